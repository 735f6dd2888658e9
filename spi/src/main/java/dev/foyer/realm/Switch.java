package dev.foyer.realm;

import java.util.List;

/** The switch of customer accounts in one realm, and the realm's memory of what switching on has added. */
public interface Switch {

    boolean isEnabled();

    void turn(boolean on);

    /** The names of the parts that enabling has added. */
    List<String> added();

    /** Keeps the names of the parts that enabling has added. */
    void remember(List<String> added);
}
