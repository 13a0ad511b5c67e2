package io.patchbay.api;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names an API for good. */
public record ApiId(@JsonValue UUID value) {}
