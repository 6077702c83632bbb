/**
 * Where Innom begins: {@link no.innom.Main} reads the command, {@link no.innom.Innom} builds everything, starts it in
 * order and stops it in reverse. The only room that knows all others.
 */
@NullMarked
package no.innom;

import org.jspecify.annotations.NullMarked;
