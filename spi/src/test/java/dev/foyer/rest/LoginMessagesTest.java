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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts of the login pages, in every language. */
class LoginMessagesTest {

    private static final Path FOLDER =
            Path.of("..", "themes", "src", "main", "resources", "theme-resources", "messages");

    private final Properties english = read("en");

    @ParameterizedTest
    @ValueSource(strings = "it")
    void everyTextExistsInEveryLanguageWithTheSameDetails(String language) {
        Properties texts = read(language);

        assertThat(texts.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(details(texts, key)).as(key).isEqualTo(details(english, key));
        }
    }

    @Test
    void everyPermissionAndKindHasItsWord() {
        Set<String> expected = new TreeSet<>();
        for (Permission permission : PermissionCatalogue.BUILT_IN.permissions()) {
            expected.add("foyerPermission." + permission.key());
        }
        for (MembershipKind kind : MembershipKind.values()) {
            expected.add("foyerInvitationKind-" + kind.key());
        }

        assertThat(english.stringPropertyNames()).containsAll(expected);
    }

    private static int details(Properties texts, String key) {
        return new MessageFormat(texts.getProperty(key)).getFormatsByArgumentIndex().length;
    }

    private static Properties read(String language) {
        Properties texts = new Properties();
        try (Reader file = Files.newBufferedReader(FOLDER.resolve("messages_" + language + ".properties"))) {
            texts.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
