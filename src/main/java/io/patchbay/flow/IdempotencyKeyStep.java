package io.patchbay.flow;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.patchbay.api.Customization;
import org.jspecify.annotations.Nullable;

/**
 * Sends a key with the calls that it is patched to that tells a repeat from a new request; see
 * {@link Customization.IdempotencyKey}.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record IdempotencyKeyStep(
    String id, @Nullable String name, String header, @Nullable String value)
    implements CustomizationStep {

  public IdempotencyKeyStep {
    header = header == null || header.isBlank() ? "Idempotency-Key" : header.strip();
  }

  @Override
  public String kind() {
    return "idempotencyKey";
  }

  @Override
  public Customization customization() {
    return new Customization.IdempotencyKey(name, header, value);
  }
}
