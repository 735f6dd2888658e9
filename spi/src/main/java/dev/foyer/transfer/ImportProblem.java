package dev.foyer.transfer;

import dev.foyer.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Why something in the file can not be imported.
 *
 * @param field null if it concerns no single field
 */
public record ImportProblem(
        SourceLocation location, @Nullable Field field, Refusal refusal) {}
