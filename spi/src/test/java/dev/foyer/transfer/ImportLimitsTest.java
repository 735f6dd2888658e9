package dev.foyer.transfer;

import static dev.foyer.transfer.ImportFixture.problems;
import static org.assertj.core.api.Assertions.assertThat;

import dev.foyer.customer.Customer;
import dev.foyer.membership.PermissionCatalogue;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A file cannot bring more than there can be, and is not read further than tells so. */
class ImportLimitsTest {

    private final ImportFixture realm = new ImportFixture();

    @Test
    void aListIsNoLongerThanItCanBe() {
        String opening = "{\"number\": \"C-1\", \"name\": \"Acme\", \"type\": \"company\"";
        String member = opening + ", \"members\": [{\"kind\": \"contact\", \"email\": \"a@x.it\", ";

        assertThat(problems(realm.json("{\"customers\": [\n" + opening + ", \"contactTypes\": ["
                        + list(16_000, i -> "\"t" + i + "\"") + "]}]}")))
                .containsExactly("2 CONTACT_TYPES list-too-long");
        assertThat(problems(realm.json("{\"customers\": [\n" + member + "\"contactTypes\": ["
                        + list(Customer.MAX_CONTACT_TYPES + 1, i -> "\"t\"") + "]}]}]}")))
                .containsExactly("2 MEMBER_CONTACT_TYPES list-too-long");
        assertThat(problems(realm.json("{\"customers\": [\n" + member + "\"permissions\": ["
                        + list(PermissionCatalogue.MAX + 1, i -> "\"billing\"") + "]}]}]}")))
                .containsExactly("2 PERMISSIONS list-too-long");
        assertThat(problems(realm.csv(
                        "number,name,type,kind,email,contact_types",
                        "C-1,Acme,company,contact,a@x.it,"
                                + list(Customer.MAX_CONTACT_TYPES + 1, i -> "t").replace(',', '|'))))
                .containsExactly("2 MEMBER_CONTACT_TYPES list-too-long");
    }

    @Test
    void aFileBringsNoMorePermissionsThanARealmCanHave() {
        int room = PermissionCatalogue.MAX
                - PermissionCatalogue.BUILT_IN.permissions().size();

        assertThat(problems(realm.json(
                        "{\"permissions\": [" + list(room + 2, i -> "\"p" + i + "\"") + "], \"customers\": []}")))
                .containsExactly("1 PERMISSIONS permission-limit", "1 PERMISSIONS permission-limit");
        assertThat(problems(new ImportFixture()
                        .json("{\"permissions\": [\"billing\", " + list(room, i -> "\"p" + i + "\"")
                                + "], \"customers\": []}")))
                .isEmpty();
    }

    @Test
    void manyLinesGiveACustomerNoMoreContactTypesThanItCanHave() {
        String[] lines = IntStream.range(0, Customer.MAX_CONTACT_TYPES + 1)
                .mapToObj(i -> i == 0 ? "number,name,type,kind,email,contact_types" : line(i))
                .toArray(String[]::new);

        assertThat(problems(realm.csv(lines)))
                .containsExactly(lines.length + " MEMBER_CONTACT_TYPES contact-type-limit");
    }

    private static String line(int i) {
        return "C-1,Acme,company,contact,p%d@x.it,t%d".formatted(i, i);
    }

    @Test
    void theMembersOfACustomerThatCannotBeAreCheckedOneByOne() {
        int many = 5_000;

        ImportReport report = realm.json("{\"customers\": [{\"number\": \"C-1\", \"type\": \"company\", \"members\": ["
                + list(
                        many,
                        i -> "{\"kind\": \"contact\", \"email\": \"p%d@x.it\", \"contactTypes\": [\"t%d\"]}"
                                .formatted(i, i))
                + "]}]}");

        assertThat(problems(report)).containsExactly("1 NAME value-missing");
    }

    @Test
    void membersOfWhomNothingIsSaidTakeRoomAllTheSame() {
        assertThat(problems(realm.json("{\"customers\": [{\"members\": [" + list(100_000, i -> "{}") + "]}]}")))
                .contains("1 null record-too-large");
    }

    private static String list(int size, IntFunction<String> value) {
        return IntStream.range(0, size).mapToObj(value).collect(Collectors.joining(","));
    }
}
