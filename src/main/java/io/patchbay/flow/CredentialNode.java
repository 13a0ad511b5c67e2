package io.patchbay.flow;

/**
 * A node on the canvas that names a credential.
 *
 * @param flow slug of the flow
 * @param step id of the node
 * @param live whether the live version has it, else the draft
 */
public record CredentialNode(String flow, String flowName, String step, boolean live) {}
