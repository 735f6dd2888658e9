package dev.foyer.transfer.file;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.List;

/**
 * A record of a CSV file.
 *
 * @param line where it begins
 * @param cells without space around them, and no more than there can be columns
 * @param size how many cells there were
 */
record CsvRow(long line, List<String> cells, int size) {

    private static final int MAX_CELLS = 1 << 6;

    /** Makes rows of what the parser finds, and knows where it is when that is nothing good. */
    static final class Handler extends AbstractBaseCsvCallbackHandler<CsvRow> {

        private List<String> cells = List.of();

        long line() {
            return getStartingLineNumber();
        }

        @Override
        protected void handleBegin(long line) {
            cells = new ArrayList<>();
        }

        @Override
        protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
            if (index < MAX_CELLS) {
                cells.add(new String(buffer, offset, length).strip());
            }
        }

        @Override
        protected CsvRow buildRecord() {
            return new CsvRow(line(), cells, getFieldCount());
        }
    }
}
