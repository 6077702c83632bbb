package no.innom.risk;

/** The classes of the lexicon as the {@link SecondOpinion} knows them: by a number made of the name, not of the place. */
final class ClassTraits {
    private final int[] hashes;
    private final int[] sizes;
    private final int laughter;

    /** @param sizes how many members a class has, by symbol; 0 for a symbol that is a word */
    ClassTraits(Symbols symbols, int[] sizes) {
        this.sizes = sizes;
        this.laughter = symbols.of(Symbols.LAUGHTER);
        hashes = new int[sizes.length];
        for (int symbol = 0; symbol < sizes.length; symbol++) {
            char[] name = symbols.nameOf(symbol).toCharArray();
            hashes[symbol] = sizes[symbol] == 0 ? 0 : Traits.hash(name, 0, name.length);
        }
    }

    /** The number of a class; 0 for a symbol that is a word. */
    int hash(int symbol) {
        return hashes[symbol];
    }

    /** The class of what cancels nothing, and is not looked at. */
    int laughter() {
        return laughter;
    }

    int size(int symbol) {
        return sizes[symbol];
    }
}
