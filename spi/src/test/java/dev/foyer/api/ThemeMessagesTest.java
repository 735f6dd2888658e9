package dev.foyer.api;

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
import java.util.function.Function;
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
        assertSame(LOGIN, language, text -> new MessageFormat(text).getFormatsByArgumentIndex().length);
    }

    @ParameterizedTest
    @ValueSource(strings = "it")
    void everyTextOfTheAccountConsoleExistsInEveryLanguageWithTheSameDetails(String language) {
        assertSame(
                ACCOUNT,
                language,
                text -> DETAIL.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet()));
    }

    /** The account console shows them too. */
    @Test
    void everyPermissionAndKindHasItsWord() {
        Set<String> expected = new TreeSet<>();
        for (Permission permission : PermissionCatalogue.BUILT_IN.permissions()) {
            expected.add("foyerPermission." + permission.key());
        }
        for (MembershipKind kind : MembershipKind.values()) {
            expected.add("foyerInvitationKind-" + kind.key());
        }

        assertThat(read(LOGIN, "en").stringPropertyNames()).containsAll(expected);
    }

    private static void assertSame(String part, String language, Function<String, Object> details) {
        Properties english = read(part, "en");
        Properties texts = read(part, language);

        assertThat(texts.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(details.apply(texts.getProperty(key)))
                    .as(key)
                    .isEqualTo(details.apply(english.getProperty(key)));
        }
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
