/** Files of customers: reading JSON, CSV and the bytes below them, whatever they contain, in little memory; writing JSON. */
@NullMarked
package dev.foyer.transfer.file;

import org.jspecify.annotations.NullMarked;
