@NullMarked
package dev.foyer.realm.file;

import org.jspecify.annotations.NullMarked;
