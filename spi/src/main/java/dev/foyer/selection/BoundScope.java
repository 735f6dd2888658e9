package dev.foyer.selection;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The binding on its way from the sign-in to the authorization code: {@code account:<binding>} among the words of the scope, which
 * Keycloak keeps for each code by itself. A note on the session would be one for all tabs of a client.
 */
public final class BoundScope {

    private static final String PREFIX = Account.SCOPE + ":";

    private BoundScope() {}

    /** The scope with this binding in the place of any other. */
    public static String bind(String scope, AccountBinding binding) {
        return Stream.concat(words(unbind(scope)), Stream.of(PREFIX + binding)).collect(Collectors.joining(" "));
    }

    /** The scope without a binding. */
    public static String unbind(String scope) {
        return words(scope).filter(word -> !word.startsWith(PREFIX)).collect(Collectors.joining(" "));
    }

    /** The binding. It is a claim to be checked, not a right. */
    public static Optional<AccountBinding> read(String scope) {
        return words(scope)
                .filter(word -> word.startsWith(PREFIX))
                .flatMap(word -> AccountBinding.parse(word.substring(PREFIX.length())).stream())
                .findFirst();
    }

    private static Stream<String> words(String scope) {
        return Arrays.stream(scope.split(" ")).filter(word -> !word.isEmpty());
    }
}
