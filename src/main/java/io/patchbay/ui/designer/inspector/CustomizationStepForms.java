package io.patchbay.ui.designer.inspector;

import io.patchbay.flow.BodyStep;
import io.patchbay.flow.ClientCertificateStep;
import io.patchbay.flow.CredentialStep;
import io.patchbay.flow.CustomizationStep;
import io.patchbay.flow.HeadersStep;
import io.patchbay.flow.IdempotencyKeyStep;
import io.patchbay.flow.PolicyStep;
import io.patchbay.flow.QueryStep;
import io.patchbay.flow.ResponseStep;
import io.patchbay.flow.SignStep;
import io.patchbay.ui.customizing.CustomizationForms;
import io.patchbay.ui.customizing.CustomizationKind;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/** The forms of all customizations on the canvas, in the order of their kinds. */
@Component
class CustomizationStepForms {

  private final List<StepForm<?>> all;

  CustomizationStepForms(CustomizationForms forms) {
    all =
        Arrays.stream(CustomizationKind.values())
            .<StepForm<?>>map(kind -> form(type(kind), kind, forms))
            .toList();
  }

  List<StepForm<?>> all() {
    return all;
  }

  private static <S extends CustomizationStep> StepForm<S> form(
      Class<S> type, CustomizationKind kind, CustomizationForms forms) {
    return new CustomizationStepForm<>(type, kind, forms);
  }

  private static Class<? extends CustomizationStep> type(CustomizationKind kind) {
    return switch (kind) {
      case HEADERS -> HeadersStep.class;
      case QUERY -> QueryStep.class;
      case CLIENT_CERTIFICATE -> ClientCertificateStep.class;
      case CREDENTIAL -> CredentialStep.class;
      case SIGN -> SignStep.class;
      case BODY -> BodyStep.class;
      case RESPONSE -> ResponseStep.class;
      case POLICY -> PolicyStep.class;
      case IDEMPOTENCY_KEY -> IdempotencyKeyStep.class;
    };
  }
}
