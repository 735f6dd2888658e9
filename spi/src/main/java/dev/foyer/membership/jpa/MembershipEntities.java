package dev.foyer.membership.jpa;

import java.util.List;

/** The JPA entities of memberships. */
public final class MembershipEntities {
    private MembershipEntities() {}

    /** All of them. */
    public static final List<Class<?>> ALL =
            List.of(PermissionEntity.class, MembershipEntity.class, MembershipContactTypeEntity.class);
}
