package no.innom.risk;

import java.util.List;
import no.innom.yaml.Place;

/**
 * Words that mean the same to the rules, in all their spellings.
 *
 * @param exact whether only these spellings count, and nothing is guessed
 * @param members single words, phrases of several words, and names of other classes in upper case
 */
record WordClass(String name, Place place, boolean exact, List<Rule.Line> members) {}
