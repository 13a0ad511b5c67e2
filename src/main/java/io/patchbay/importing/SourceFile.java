package io.patchbay.importing;

/**
 * One file of a source.
 *
 * @param name its path relative to the others, as the user gave it, for example {@code
 *     schemas/pet.yaml}
 */
public record SourceFile(String name, byte[] content) {}
