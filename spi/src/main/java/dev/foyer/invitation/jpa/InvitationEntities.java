package dev.foyer.invitation.jpa;

import java.util.List;

/** The JPA entities of invitations. */
public final class InvitationEntities {
    private InvitationEntities() {}

    /** All of them. */
    public static final List<Class<?>> ALL = List.of(InvitationEntity.class, MailEntity.class);
}
