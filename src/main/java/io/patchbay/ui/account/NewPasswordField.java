package io.patchbay.ui.account;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.patchbay.account.Passwords;
import io.patchbay.account.Passwords.Strength;
import java.util.function.Supplier;

/** A field for a new password, which says while one types how good it is. */
class NewPasswordField extends Div {

  private final PasswordField field = Entrance.password("Password", "new-password");
  private final Span bar = new Span();
  private final Span word = new Span();
  private final Div meter = new Div();
  private final transient Supplier<String> email;

  NewPasswordField(Supplier<String> email) {
    this.email = email;
    field.setValueChangeMode(ValueChangeMode.LAZY);
    field.setValueChangeTimeout(150);
    field.addValueChangeListener(_ -> show());
    var track = new Span(bar);
    track.addClassNames("pb-meter", "pb-grow");
    word.addClassName("pb-small");
    word.getStyle().set("color", "var(--c)");
    word.getElement().setAttribute("aria-live", "polite");
    meter.add(track, word);
    meter.getStyle().set("margin-top", "7px");
    add(field, meter);
    show();
  }

  String value() {
    return field.getValue();
  }

  void refuse(String message) {
    field.setErrorMessage(message);
    field.setInvalid(true);
    field.focus();
  }

  void focus() {
    field.focus();
  }

  private void show() {
    field.setInvalid(false);
    var password = field.getValue();
    var strength = Passwords.strength(password, email.get());
    bar.getStyle().set("width", width(strength, password.length()));
    word.setText(word(strength, password.length()));
    meter.setClassName("pb-row " + colour(strength));
  }

  private static String width(Strength strength, int length) {
    return switch (strength) {
      case REFUSED -> Math.min(30, length * 2) + "%";
      case FAIR -> "50%";
      case GOOD -> "75%";
      case STRONG -> "100%";
    };
  }

  private static String word(Strength strength, int length) {
    return switch (strength) {
      case REFUSED ->
          length < Passwords.MIN_LENGTH
              ? "At least " + Passwords.MIN_LENGTH + " characters"
              : "Easily guessed";
      case FAIR -> "Fair";
      case GOOD -> "Good";
      case STRONG -> "Strong";
    };
  }

  private static String colour(Strength strength) {
    return switch (strength) {
      case REFUSED -> "queued";
      case FAIR -> "waiting";
      case GOOD, STRONG -> "succeeded";
    };
  }
}
