package io.patchbay.flow;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.patchbay.api.Customization;
import java.util.List;

/** A customization on the canvas, patched by cables into the {@code customize} port of calls. */
public sealed interface CustomizationStep extends Step
    permits HeadersStep,
        QueryStep,
        BodyStep,
        CredentialStep,
        ClientCertificateStep,
        SignStep,
        IdempotencyKeyStep,
        ResponseStep,
        PolicyStep {

  /** What it does to a call. */
  @JsonIgnore
  Customization customization();

  @Override
  default List<String> outPorts() {
    return List.of(Link.NEXT);
  }
}
