package dev.foyer.customer;

import dev.foyer.Refusal;
import java.util.regex.Pattern;

/**
 * The account ID: what a customer is called on invoices and on the phone. Unique in its realm and compared to the letter.
 *
 * @param value 1 to {@value #MAX_LENGTH} ASCII letters, digits and {@code . _ - /}, beginning with a letter or a digit
 */
public record AccountNumber(String value) {

    public static final int MAX_LENGTH = 64;

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]{0," + (MAX_LENGTH - 1) + "}");

    /** @throws Refusal {@code ACCOUNT_ID_INVALID} */
    public AccountNumber {
        if (!isValid(value)) {
            throw new Refusal(CustomerReason.ACCOUNT_ID_INVALID);
        }
    }

    static boolean isValid(String value) {
        return SHAPE.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
