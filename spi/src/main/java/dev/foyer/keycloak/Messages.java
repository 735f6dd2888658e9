package dev.foyer.keycloak;

import dev.foyer.Reason;
import dev.foyer.Refusal;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.ws.rs.core.HttpHeaders;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;

/** Foyer's texts in one language. Their patterns are those of {@link MessageFormat}. */
public final class Messages {

    /** The languages that there are; the first for who asks for none of them. */
    static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.ITALIAN);

    private final Locale language;

    private Messages(Locale language) {
        this.language = language;
    }

    /**
     * The best of what a request accepts (RFC 9110, section 12.5.4), looked up as the JDK does: {@code Request.selectVariant}
     * of Keycloak's server takes the first of ours for two that are accepted alike, whatever their order, and throws at what
     * is not a language.
     */
    public static Messages acceptedBy(HttpHeaders headers) {
        return in(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }

    /** The same for what happens in a session: in a request or, where nobody asks, as the server cleans up by itself. */
    public static Messages of(KeycloakSession session) {
        try {
            return acceptedBy(session.getContext().getHttpRequest().getHttpHeaders());
        } catch (ContextNotActiveException noRequest) {
            return in(null);
        }
    }

    static Messages in(@Nullable String acceptLanguage) {
        return new Messages(
                Optional.ofNullable(acceptLanguage).flatMap(Messages::lookup).orElse(LANGUAGES.get(0)));
    }

    static ResourceBundle bundle(String name, Locale language) {
        return ResourceBundle.getBundle(
                name,
                language,
                Messages.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static Optional<Locale> lookup(String acceptLanguage) {
        try {
            return Optional.ofNullable(Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), LANGUAGES));
        } catch (IllegalArgumentException notALanguage) {
            return Optional.empty();
        }
    }

    public Locale language() {
        return language;
    }

    /**
     * One of the texts of a resource bundle.
     *
     * @param bundle its name, such as {@code dev.foyer.api.messages}
     */
    public String text(String bundle, String key, Object... details) {
        return new MessageFormat(bundle(bundle, language).getString(key), language).format(details);
    }

    /** What a refusal means to its reader. */
    public String text(Refusal refusal) {
        return text(refusal.reason(), refusal.details().toArray());
    }

    /** What a reason means to its reader. */
    public String text(Reason reason, Object... details) {
        return text(reason.getClass().getName(), reason.key(), details);
    }
}
