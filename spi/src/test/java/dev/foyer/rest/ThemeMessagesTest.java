package dev.foyer.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foyer.membership.MembershipKind;
import dev.foyer.membership.Permission;
import dev.foyer.membership.PermissionCatalogue;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts of the login pages and of the account console, in every language. */
class ThemeMessagesTest {

    private static final String LOGIN = "theme-resources";
    private static final String ACCOUNT = "theme/foyer/account";
    private static final Pattern DETAIL = Pattern.compile("\\{\\{(\\w+)}}");

    @ParameterizedTest
    @ValueSource(strings = "it")
    void everyTextOfTheLoginPagesExistsInEveryLanguageWithTheSameDetails(String language) {
        Properties english = read(LOGIN, "en");
        Properties texts = read(LOGIN, language);

        assertThat(texts.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(arguments(texts, key)).as(key).isEqualTo(arguments(english, key));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = "it")
    void everyTextOfTheAccountConsoleExistsInEveryLanguageWithTheSameDetails(String language) {
        Properties english = read(ACCOUNT, "en");
        Properties texts = read(ACCOUNT, language);

        assertThat(texts.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(details(texts, key)).as(key).isEqualTo(details(english, key));
        }
    }

    @Test
    void everyPermissionAndKindHasItsWord() {
        Set<String> ofLogin = new TreeSet<>();
        Set<String> ofAccount = new TreeSet<>();
        for (Permission permission : PermissionCatalogue.BUILT_IN.permissions()) {
            ofLogin.add("foyerPermission." + permission.key());
        }
        for (MembershipKind kind : MembershipKind.values()) {
            ofLogin.add("foyerInvitationKind-" + kind.key());
            ofAccount.add("foyer.kind-" + kind.key());
        }

        assertThat(read(LOGIN, "en").stringPropertyNames()).containsAll(ofLogin);
        assertThat(read(ACCOUNT, "en").stringPropertyNames()).containsAll(ofAccount);
    }

    private static int arguments(Properties texts, String key) {
        return new MessageFormat(texts.getProperty(key)).getFormatsByArgumentIndex().length;
    }

    private static Set<String> details(Properties texts, String key) {
        return DETAIL.matcher(texts.getProperty(key))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    private static Properties read(String part, String language) {
        Path file = Path.of("../themes/src/main/resources", part, "messages", "messages_" + language + ".properties");
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
