package io.patchbay.ui.apis;

import io.patchbay.api.ApiMethod;
import io.patchbay.api.Customization;
import io.patchbay.api.Parameter;
import io.patchbay.api.Policies;
import io.patchbay.api.RequestBody;
import io.patchbay.api.ResponseShape;
import io.patchbay.api.Verb;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A method being filled in. */
final class MethodForm {

  String name;
  @Nullable String title;
  @Nullable String description;
  List<String> tags;
  Verb verb;
  String path;
  List<Parameter> parameters;
  Map<String, String> headers;
  @Nullable RequestBody body;
  List<ResponseShape> responses;
  @Nullable Boolean idempotent;
  boolean deprecated;
  @Nullable Policies policies;
  List<Customization> customizations;

  MethodForm(ApiMethod method) {
    name = method.name();
    title = method.title();
    description = method.description();
    tags = method.tags();
    verb = method.verb();
    path = method.path();
    parameters = method.parameters();
    headers = method.headers();
    body = method.body();
    responses = method.responses();
    idempotent = method.idempotent();
    deprecated = method.deprecated();
    policies = method.policies();
    customizations = method.customizations();
  }

  /** A change that fills in the form. */
  static UnaryOperator<ApiMethod> filling(Consumer<MethodForm> filling) {
    return method -> {
      var form = new MethodForm(method);
      filling.accept(form);
      return form.toMethod();
    };
  }

  ApiMethod toMethod() {
    return new ApiMethod(
        name,
        title,
        description,
        tags,
        verb,
        path,
        parameters,
        headers,
        body,
        responses,
        idempotent,
        deprecated,
        policies,
        customizations);
  }
}
