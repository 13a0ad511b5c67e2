package io.patchbay.flow;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A box on the canvas: an active step that runs, a customization that is patched to calls, or a
 * note.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = CallStep.class, name = "call"),
  @JsonSubTypes.Type(value = TransformStep.class, name = "transform"),
  @JsonSubTypes.Type(value = ConditionStep.class, name = "condition"),
  @JsonSubTypes.Type(value = SwitchStep.class, name = "switch"),
  @JsonSubTypes.Type(value = ForEachStep.class, name = "forEach"),
  @JsonSubTypes.Type(value = TryStep.class, name = "try"),
  @JsonSubTypes.Type(value = SubflowStep.class, name = "subflow"),
  @JsonSubTypes.Type(value = SetStep.class, name = "set"),
  @JsonSubTypes.Type(value = ValidateStep.class, name = "validate"),
  @JsonSubTypes.Type(value = WaitStep.class, name = "wait"),
  @JsonSubTypes.Type(value = CallbackStep.class, name = "callback"),
  @JsonSubTypes.Type(value = RespondStep.class, name = "respond"),
  @JsonSubTypes.Type(value = FailStep.class, name = "fail"),
  @JsonSubTypes.Type(value = HeadersStep.class, name = "headers"),
  @JsonSubTypes.Type(value = QueryStep.class, name = "query"),
  @JsonSubTypes.Type(value = BodyStep.class, name = "body"),
  @JsonSubTypes.Type(value = CredentialStep.class, name = "credential"),
  @JsonSubTypes.Type(value = ClientCertificateStep.class, name = "clientCertificate"),
  @JsonSubTypes.Type(value = SignStep.class, name = "sign"),
  @JsonSubTypes.Type(value = IdempotencyKeyStep.class, name = "idempotencyKey"),
  @JsonSubTypes.Type(value = ResponseStep.class, name = "response"),
  @JsonSubTypes.Type(value = PolicyStep.class, name = "policy"),
  @JsonSubTypes.Type(value = NoteStep.class, name = "note")
})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public sealed interface Step permits ActiveStep, CustomizationStep, NoteStep {

  /**
   * Unique among the triggers and steps of the flow; the name in expressions: a letter, then
   * letters, digits and {@code _}.
   */
  String id();

  /** The name for people; absent means the id. */
  @Nullable String name();

  /** The name of the kind in documents. */
  @JsonIgnore
  String kind();

  /** The ports that links may leave from. */
  @JsonIgnore
  List<String> outPorts();

  /** The name for people. */
  default String label() {
    String name = name();
    return name == null || name.isBlank() ? id() : name;
  }
}
