/**
 * The commands, one file each, as {@code design/commands.md} fixes them. They run on the main thread, may block, write
 * their answers to standard output and what went wrong to standard error. May import every room.
 */
@NullMarked
package no.innom.cli;

import org.jspecify.annotations.NullMarked;
