/** Reading files of customers: JSON, CSV and the bytes below them. Whatever a file contains, memory stays bounded. */
@NullMarked
package dev.foyer.realm.file;

import org.jspecify.annotations.NullMarked;
