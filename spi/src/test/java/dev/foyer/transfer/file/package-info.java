@NullMarked
package dev.foyer.transfer.file;

import org.jspecify.annotations.NullMarked;
