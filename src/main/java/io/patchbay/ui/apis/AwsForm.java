package io.patchbay.ui.apis;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.credential.Auth;
import io.patchbay.http.AwsPlace;
import io.patchbay.ui.shell.Look;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Region and service that calls are signed for, where the host name does not tell. */
public final class AwsForm extends Div {

  public AwsForm(Auth.AwsSigV4 auth, String baseUrl, Consumer<Auth> onChange) {
    addClassName("pb-form");
    var told = AwsPlace.ofUrl(baseUrl);
    var region = field("Region", auth.region(), told.map(AwsPlace::region).orElse("eu-central-1"));
    var service =
        field("Service", auth.service(), told.map(AwsPlace::service).orElse("execute-api"));
    region.addValueChangeListener(
        event -> onChange.accept(auth(auth, event.getValue(), service.getValue())));
    service.addValueChangeListener(
        event -> onChange.accept(auth(auth, region.getValue(), event.getValue())));
    add(
        Look.div(
            "pb-row pb-row-end",
            Look.testId("aws-region", region),
            Look.testId("aws-service", service)),
        Look.div(
            "pb-hint",
            Look.span(
                "",
                told.map(place ->
                        "The host name says %s in %s; leave both empty to follow it."
                            .formatted(place.service(), place.region()))
                    .orElse("The host name does not tell them: enter both."))));
  }

  private static Auth auth(Auth.AwsSigV4 before, String region, String service) {
    return new Auth.AwsSigV4(before.credential(), orNull(region), orNull(service));
  }

  private static @Nullable String orNull(String text) {
    return text.isBlank() ? null : text.strip();
  }

  private static TextField field(String label, @Nullable String value, String placeholder) {
    var field = new TextField(label);
    field.setValue(Texts.orEmpty(value));
    field.setPlaceholder(placeholder);
    field.addClassNames("pb-grow", "pb-mono-field");
    return field;
  }
}
