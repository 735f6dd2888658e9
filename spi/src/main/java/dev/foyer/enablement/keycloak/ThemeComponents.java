package dev.foyer.enablement.keycloak;

import dev.foyer.feature.RealmComponent;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.theme.Theme;
import org.keycloak.theme.ThemeSelectorProvider;

/**
 * The theme of registration and of the account console. A theme that the realm or the whole server has chosen stays, and so
 * does the default of a server that has an older generation of Keycloak's pages.
 */
public final class ThemeComponents {

    private static final String THEME = "foyer";

    /** What ours are children of. */
    private static final Set<String> PARENTS =
            Set.of(ThemeSelectorProvider.DEFAULT_V2, ThemeSelectorProvider.DEFAULT_V3);

    private ThemeComponents() {}

    public static Stream<RealmComponent> of(KeycloakSession session, RealmModel realm) {
        ThemeSelectorProvider themes = session.getProvider(ThemeSelectorProvider.class);
        return Stream.of(
                component(
                        "login-theme",
                        themes.getDefaultThemeName(Theme.Type.LOGIN),
                        realm::getLoginTheme,
                        realm::setLoginTheme),
                component(
                        "account-theme",
                        themes.getDefaultThemeName(Theme.Type.ACCOUNT),
                        realm::getAccountTheme,
                        realm::setAccountTheme));
    }

    private static RealmComponent component(
            String name, String byDefault, Supplier<@Nullable String> chosen, Consumer<@Nullable String> choose) {
        return new RealmComponent(
                name, () -> isChosen(chosen.get()) || !PARENTS.contains(byDefault), () -> choose.accept(THEME), () -> {
                    if (THEME.equals(chosen.get())) {
                        choose.accept(null);
                    }
                });
    }

    private static boolean isChosen(@Nullable String theme) {
        return theme != null && !theme.isEmpty();
    }
}
