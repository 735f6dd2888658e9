package dev.foyer.transfer;

/** A file of customers through the eyes of the reader of its format. It can be read again and again. */
public interface ImportFile {

    /** Reads from the beginning to the end, or to where nothing more can be understood. */
    void read(Visitor visitor);

    /** What the file calls a field. */
    String nameOf(Field field);

    /**
     * Whether a customer lists its contact types in a place of their own. Where there is none, those that its members
     * name are created.
     */
    boolean listsContactTypes();

    /** Takes what is found, in the order of the file and the same each time. */
    interface Visitor {

        /** Permissions that the realm is to have of its own. */
        default void permission(SourceLocation location, String key) {}

        default void customer(ImportRecord customer) {}

        /** Something that is not of the format. */
        default void problem(ImportProblem problem) {}
    }
}
