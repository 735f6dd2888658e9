package dev.foyer.membership.jpa;

import static dev.foyer.Refusals.assertRefused;

import dev.foyer.membership.MembershipReason;
import dev.foyer.membership.Permission;
import dev.foyer.persistence.Constraints;
import dev.foyer.persistence.Database;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What the database says to the second of two who add one permission and have both not found it. */
@ParameterizedClass
@EnumSource
record PermissionRaceTest(Database database) {

    @Test
    void aPermissionThatAnotherRequestHasAddedMeanwhileExists() {
        String realm = UUID.randomUUID().toString();
        Permission own = new Permission("print-approval");
        database.run(em -> new JpaPermissions(em, realm).add(own));

        assertRefused(
                MembershipReason.PERMISSION_EXISTS,
                () -> database.run(em -> {
                    em.persist(new PermissionEntity(realm, own.key()));
                    Constraints.flush(em);
                }));
    }
}
