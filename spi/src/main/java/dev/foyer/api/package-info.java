/** What both HTTP APIs share: problems as RFC 9457 has them, pages, conditions and how requests are read. */
@NullMarked
package dev.foyer.api;

import org.jspecify.annotations.NullMarked;
