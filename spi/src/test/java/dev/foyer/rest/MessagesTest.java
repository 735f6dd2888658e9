package dev.foyer.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foyer.Reason;
import dev.foyer.Refusal;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

class MessagesTest {

    private static final ResourceBundle ENGLISH = Messages.bundle(Locale.ENGLISH);

    @ParameterizedTest
    @FieldSource("dev.foyer.rest.Messages#LANGUAGES")
    void everyTextExistsInEveryLanguageWithTheSameDetails(Locale language) {
        ResourceBundle bundle = Messages.bundle(language);

        assertThat(bundle.keySet()).containsExactlyInAnyOrderElementsOf(ENGLISH.keySet());
        for (String key : ENGLISH.keySet()) {
            assertThat(new MessageFormat(bundle.getString(key), language).getFormatsByArgumentIndex())
                    .as(key)
                    .hasSameSizeAs(new MessageFormat(ENGLISH.getString(key)).getFormatsByArgumentIndex());
        }
    }

    @Test
    void aLanguageOtherThanEnglishHasItsOwnTexts() {
        for (Locale language : Messages.LANGUAGES.subList(1, Messages.LANGUAGES.size())) {
            ResourceBundle bundle = Messages.bundle(language);
            assertThat(bundle.keySet())
                    .allSatisfy(key -> assertThat(bundle.getString(key)).isNotEqualTo(ENGLISH.getString(key)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyReasonHasItsText(Reason reason) {
        assertThat(ENGLISH.keySet()).contains(reason.key());
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
        Refusal refusal = new Refusal(Reason.USER_UNKNOWN, "{0}'s");

        assertThat(Messages.in("it").text(refusal)).isEqualTo("In questo realm non c'è un utente «{0}'s».");
        assertThat(Messages.in("en").text(new Refusal(Reason.IMPORT_REFUSED, 1L)))
                .isEqualTo("The file has one error. Nothing was imported.");
        assertThat(Messages.in("en").text(new Refusal(Reason.IMPORT_REFUSED, 1234L)))
                .isEqualTo("The file has 1,234 errors. Nothing was imported.");
    }
}
