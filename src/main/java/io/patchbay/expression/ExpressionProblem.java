package io.patchbay.expression;

/**
 * Why a text is no expression, for the one who types it.
 *
 * @param message one sentence, with the place
 * @param position characters from the start of the text, or -1 when it is not known
 */
public record ExpressionProblem(String message, int position) {}
