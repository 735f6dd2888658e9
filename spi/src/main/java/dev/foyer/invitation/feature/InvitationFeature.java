package dev.foyer.invitation.feature;

import com.google.auto.service.AutoService;
import dev.foyer.Reason;
import dev.foyer.feature.Feature;
import dev.foyer.feature.RealmComponent;
import dev.foyer.feature.ScheduledTask;
import dev.foyer.feature.Setting;
import dev.foyer.invitation.email.MailSender;
import dev.foyer.invitation.jpa.InvitationEntity;
import dev.foyer.invitation.jpa.MailEntity;
import dev.foyer.invitation.jpa.SendingEntity;
import dev.foyer.invitation.jpa.SendingLockEntity;
import dev.foyer.invitation.keycloak.CleanUpOfInvitations;
import dev.foyer.invitation.keycloak.ExpiryOfInvitations;
import dev.foyer.invitation.keycloak.ExpiryReport;
import dev.foyer.invitation.keycloak.InvitationSettings;
import dev.foyer.invitation.login.InvitationClient;
import dev.foyer.invitation.login.PendingInvitationsFactory;
import dev.foyer.keycloak.RequiredActionComponents;
import dev.foyer.membership.MembershipReason;
import dev.foyer.membership.feature.MembershipFeature;
import dev.foyer.membership.keycloak.DepartedUsers;
import dev.foyer.selection.feature.SelectionFeature;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderEvent;

/** Declares invitations, their mails and the step of sign-ins that has them answered. */
@AutoService(Feature.class)
public final class InvitationFeature implements Feature {
    /** Before the selection, for an accepted invitation is one more account to choose from. */
    private static final int PRIORITY = 990;

    @Override
    public List<Class<? extends Feature>> builtOn() {
        return List.of(MembershipFeature.class, SelectionFeature.class);
    }

    @Override
    public List<Class<?>> entities() {
        return List.of(InvitationEntity.class, MailEntity.class, SendingEntity.class, SendingLockEntity.class);
    }

    @Override
    public Map<String, Reason> constraints() {
        return Map.of("FOYER_UQ_INVITATION_OPEN", MembershipReason.MEMBERSHIP_EXISTS);
    }

    @Override
    public List<String> removalsOfRealm() {
        return List.of(
                "delete from MailEntity where realmId = :id",
                "delete from InvitationEntity where realmId = :id",
                "delete from SendingEntity where realmId = :id");
    }

    /**
     * The open ones go too: nobody else could answer them. The customers are locked before, by a change that changes nothing:
     * whoever invites the user again at this moment has done so, or will find nothing.
     */
    @Override
    public List<String> removalsOfUser() {
        return List.of("""
                update CustomerEntity set number = number
                where id in (select i.customerId from InvitationEntity i where i.userId = :id and i.openFor is not null)""", """
                update MembershipEntity set state = PENDING
                where state = INVITE_SENT
                and id in (select i.openFor from InvitationEntity i where i.userId = :id)""", "delete from InvitationEntity where userId = :id");
    }

    @Override
    public List<Setting<?>> settings() {
        return InvitationSettings.all();
    }

    @Override
    public List<RealmComponent> realmComponents(KeycloakSession session, RealmModel realm) {
        RequiredActionComponents action = new RequiredActionComponents(
                realm,
                "required-action-invitations",
                PendingInvitationsFactory.ID,
                PendingInvitationsFactory.DISPLAY_TEXT,
                PRIORITY);
        return Stream.concat(action.list().stream(), InvitationClient.of(realm)).toList();
    }

    @Override
    public void on(ProviderEvent event) {
        ExpiryReport.on(event);
        InvitationClient.on(event);
    }

    @Override
    public List<ScheduledTask> scheduledTasks() {
        return List.of(
                new MailSender(),
                new ExpiryOfInvitations(),
                new CleanUpOfInvitations(),
                new DepartedUsers(InvitationEntity.class));
    }
}
