package dev.foyer.realm;

/** Is told how far an import is. */
@FunctionalInterface
public interface Progress {

    /**
     * A batch has been written to the database.
     *
     * @param rows memberships, and customers without any, that are done
     * @param of how many there are in the file
     */
    void done(long rows, long of);
}
