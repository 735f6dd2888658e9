package dev.foyer.invitation.email;

import dev.foyer.text.EmailAddress;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.SubjectCredentialManager;
import org.keycloak.models.UserModel;
import org.keycloak.storage.adapter.AbstractInMemoryUserAdapter;

/** Whom Keycloak sends a mail to: an address with a language, whether or not there is a user behind it. */
final class Recipient extends AbstractInMemoryUserAdapter {

    /** @param language as people choose it for themselves; null for the realm's */
    Recipient(KeycloakSession session, RealmModel realm, EmailAddress address, @Nullable String language) {
        super(session, realm, address.value());
        setUsername(address.value());
        setEmail(address.value());
        if (language != null) {
            setSingleAttribute(UserModel.LOCALE, language);
        }
    }

    Locale locale() {
        return session.getContext().resolveLocale(this, true);
    }

    @Override
    public SubjectCredentialManager credentialManager() {
        throw new UnsupportedOperationException("An address has no credentials");
    }
}
