package dev.foyer.enablement;

import java.util.List;

/** The switch of customer accounts in one realm, and the realm's memory of what switching on has added. */
public interface EnablementStore {

    boolean isEnabled();

    void setEnabled(boolean on);

    /** The names of the components that enabling has added. */
    List<String> added();

    /** Keeps the names of the components that enabling has added. */
    void keepAdded(List<String> added);
}
