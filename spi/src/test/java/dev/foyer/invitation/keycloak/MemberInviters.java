package dev.foyer.invitation.keycloak;

import dev.foyer.invitation.InviterRights;
import dev.foyer.invitation.keycloak.BareSession.Bus;
import dev.foyer.membership.MemberAccess;
import jakarta.persistence.EntityManager;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RealmProvider;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserProvider;
import org.keycloak.models.jpa.JpaRealmProvider;
import org.keycloak.models.jpa.JpaUserProvider;
import org.keycloak.models.jpa.RealmAdapter;
import org.keycloak.models.jpa.UserAdapter;
import org.keycloak.models.jpa.entities.RealmEntity;
import org.keycloak.models.jpa.entities.UserEntity;

/** What members of customers may still offer, as the server asks for it, in a realm where every user is there and enabled. */
public final class MemberInviters {

    private MemberInviters() {}

    public static InviterRights rights(EntityManager entityManager, String realmId, MemberAccess access) {
        RealmEntity realm = new RealmEntity();
        realm.setId(realmId);
        Directory session = new Directory(entityManager, realm);
        return new KeycloakInviterRights(session, session.realm(), access);
    }

    /** A session that knows one realm and in it whoever is asked for. */
    private static final class Directory extends BareSession {
        private final EntityManager entityManager;
        private final RealmEntity realm;

        Directory(EntityManager entityManager, RealmEntity realm) {
            super(new Bus(), entityManager);
            this.entityManager = entityManager;
            this.realm = realm;
        }

        RealmModel realm() {
            return new RealmAdapter(this, entityManager, realm);
        }

        @Override
        public RealmProvider realms() {
            return new JpaRealmProvider(this, entityManager, null, null) {
                @Override
                public RealmModel getRealm(String id) {
                    return realm();
                }
            };
        }

        @Override
        public UserProvider users() {
            return new JpaUserProvider(this, entityManager) {
                @Override
                public UserModel getUserById(RealmModel home, String id) {
                    UserEntity user = new UserEntity();
                    user.setId(id);
                    user.setEnabled(true);
                    return new UserAdapter(Directory.this, home, entityManager, user);
                }
            };
        }
    }
}
