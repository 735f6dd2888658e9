package dev.foyer.transfer;

import dev.foyer.InputReason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The problems of one import: all are counted, the first ones kept. */
final class ImportProblems {

    static final int MAX_LISTED = 1000;

    /** The most that is remembered of a wrong customer, in characters; what is longer is told each time. */
    private static final int MAX_REMEMBERED = 1 << 12;

    private final List<ImportProblem> listed = new ArrayList<>();
    private final Map<String, ImportRecord> firstWrong = new HashMap<>();
    private long count;

    void add(ImportProblem problem) {
        count++;
        if (listed.size() < MAX_LISTED) {
            listed.add(problem);
        }
    }

    /** As {@link #add}; but a customer that stands on many lines is told once of what is wrong on all of them. */
    void addOnce(ImportRecord customer, ImportProblem problem) {
        ImportRecord first = firstWrong(customer);
        if (first == null || first.location().equals(customer.location()) || !followsFrom(first, customer, problem)) {
            add(problem);
        }
    }

    long count() {
        return count;
    }

    List<ImportProblem> listed() {
        return listed.stream()
                .sorted(Comparator.comparingLong(problem -> problem.location().line()))
                .toList();
    }

    private @Nullable ImportRecord firstWrong(ImportRecord customer) {
        List<String> number = customer.texts(Field.NUMBER);
        if (number == null) {
            return null;
        }
        String key = number.get(0);
        ImportRecord first = firstWrong.get(key);
        if (first == null && firstWrong.size() < MAX_LISTED) {
            ImportRecord alone = customer.alone();
            if (alone.size() <= MAX_REMEMBERED) {
                firstWrong.put(key, alone);
                first = alone;
            }
        }
        return first;
    }

    /** The same value is wrong again, or the customer is missing because an earlier line could not open it. */
    private static boolean followsFrom(ImportRecord first, ImportRecord customer, ImportProblem problem) {
        Field field = problem.field();
        return problem.refusal().reason() == InputReason.VALUE_MISSING
                || (field != null && Objects.equals(first.texts(field), customer.texts(field)));
    }
}
