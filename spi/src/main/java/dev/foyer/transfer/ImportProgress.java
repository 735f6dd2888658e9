package dev.foyer.transfer;

/** Is told how far an import is. */
@FunctionalInterface
public interface ImportProgress {

    /**
     * A batch has been written to the database.
     *
     * @param rows memberships, and customers without any, that are done
     * @param of how many there are in the file
     */
    void done(long rows, long of);
}
