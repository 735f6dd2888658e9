/** What all operations of both APIs have in common: who may call them, from where, and with which client. */
@NullMarked
package dev.foyer.tests.api;

import org.jspecify.annotations.NullMarked;
