package no.innom.web;

import java.util.List;

/**
 * What staff must know about the service itself, such as a flow that was left out.
 *
 * @param difference the lines of a difference that goes with it; may be empty
 */
public record Notice(String text, List<String> difference) {}
