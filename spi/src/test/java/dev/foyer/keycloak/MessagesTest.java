package dev.foyer.keycloak;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.foyer.Reason;
import dev.foyer.Refusal;
import dev.foyer.feature.Features;
import dev.foyer.invitation.keycloak.BareSession;
import dev.foyer.persistence.Database;
import dev.foyer.transfer.TransferReason;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

class MessagesTest {

    /** Every constant of every enum of reasons that there is: none slips past. */
    static final List<Reason> REASONS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("dev.foyer").stream()
                    .filter(type -> type.isEnum() && type.isAssignableTo(Reason.class))
                    .flatMap(type -> Stream.of(requireNonNull(type.reflect().getEnumConstants())))
                    .map(Reason.class::cast)
                    .toList();

    /** The bundle beside each enum, and the one of the APIs. */
    static Stream<String> bundles() {
        return Stream.concat(
                REASONS.stream().map(reason -> reason.getClass().getName()).distinct(),
                Stream.of("dev.foyer.api.messages"));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyTextExistsInEveryLanguageWithTheSameDetails(String name) {
        ResourceBundle english = Messages.bundle(name, Locale.ENGLISH);
        for (Locale language : Messages.LANGUAGES) {
            ResourceBundle bundle = Messages.bundle(name, language);

            assertThat(bundle.keySet()).as(language.toString()).containsExactlyInAnyOrderElementsOf(english.keySet());
            for (String key : english.keySet()) {
                assertThat(new MessageFormat(bundle.getString(key), language).getFormatsByArgumentIndex())
                        .as(key)
                        .hasSameSizeAs(new MessageFormat(english.getString(key)).getFormatsByArgumentIndex());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void aLanguageOtherThanEnglishHasItsOwnTexts(String name) {
        ResourceBundle english = Messages.bundle(name, Locale.ENGLISH);
        for (Locale language : Messages.LANGUAGES.subList(1, Messages.LANGUAGES.size())) {
            ResourceBundle bundle = Messages.bundle(name, language);
            assertThat(bundle.keySet())
                    .allSatisfy(key -> assertThat(bundle.getString(key)).isNotEqualTo(english.getString(key)));
        }
    }

    @ParameterizedTest
    @FieldSource("REASONS")
    void everyReasonHasItsText(Reason reason) {
        assertThat(Messages.bundle(reason.getClass().getName(), Locale.ENGLISH).keySet())
                .contains(reason.key());
    }

    /** Two reasons with one key would be one problem type. */
    @Test
    void everyReasonHasAKeyOfItsOwn() {
        assertThat(REASONS).extracting(Reason::key).doesNotHaveDuplicates().hasSizeGreaterThan(70);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            it-IT, en;q=0.5        | it
            de, it;q=0.5, en;q=0.9 | en
            fr                     | en
            *                      | en
            ;;;                    | en
                                   | en
            """)
    void theLanguageIsTheBestOfWhatIsAccepted(@Nullable String acceptLanguage, String language) {
        assertThat(Messages.in(acceptLanguage).language().toLanguageTag()).isEqualTo(language);
    }

    @Test
    void detailsStandInTheText() {
        Refusal refusal = new Refusal(TransferReason.USER_UNKNOWN, "{0}'s");

        assertThat(Messages.in("it").text(refusal)).isEqualTo("In questo realm non c'è un utente «{0}'s».");
        assertThat(Messages.in("en").text(new Refusal(TransferReason.IMPORT_REFUSED, 1L)))
                .isEqualTo("The file has one error. Nothing was imported.");
        assertThat(Messages.in("en").text(new Refusal(TransferReason.IMPORT_REFUSED, 1234L)))
                .isEqualTo("The file has 1,234 errors. Nothing was imported.");
    }

    /** Of a constraint that is broken the database says only which. */
    @Test
    void whatTheDatabaseRefusesIsSaidWithoutDetails() {
        for (Locale language : Messages.LANGUAGES) {
            assertThat(Features.installed().constraints().values())
                    .isNotEmpty()
                    .allSatisfy(reason -> assertThat(new MessageFormat(
                                            Messages.bundle(reason.getClass().getName(), language)
                                                    .getString(reason.key()),
                                            language)
                                    .getFormatsByArgumentIndex())
                            .as(reason.key())
                            .isEmpty());
        }
    }

    @Test
    void whereNobodyAsksTheLanguageIsTheFirst() {
        Locale language = Database.H2.call(
                em -> Messages.of(new BareSession.Bus().session(em)).language());

        assertThat(language).isEqualTo(Messages.LANGUAGES.get(0));
    }
}
