package dev.foyer.transfer;

import dev.foyer.Refusal;
import dev.foyer.membership.Permission;
import dev.foyer.membership.PermissionCatalogue;
import java.util.LinkedHashSet;
import java.util.Set;

/** The first look at a file: how much there is to do, and what may stand below where it is needed. */
final class ImportPrescan implements ImportFile.Visitor {

    private final ImportProblems problems;
    private final PermissionCatalogue catalogue;
    private final Set<Permission> permissions = new LinkedHashSet<>();
    private long rows;

    /** @param catalogue the realm's permissions as they are */
    ImportPrescan(ImportProblems problems, PermissionCatalogue catalogue) {
        this.problems = problems;
        this.catalogue = catalogue;
    }

    long rows() {
        return rows;
    }

    /** The permissions that the file adds to the realm's. */
    Set<Permission> permissions() {
        return permissions;
    }

    @Override
    public void permission(SourceLocation location, String key) {
        try {
            Permission permission = new Permission(key.strip());
            if (!permissions.contains(permission)) {
                catalogue.with(permissions).requireRoom(catalogue.permissions().contains(permission) ? 0 : 1);
                permissions.add(permission);
            }
        } catch (Refusal refusal) {
            problems.add(new ImportProblem(location, Field.PERMISSIONS, refusal));
        }
    }

    @Override
    public void customer(ImportRecord customer) {
        rows += customer.rows();
    }

    @Override
    public void problem(ImportProblem problem) {
        problems.add(problem);
    }
}
