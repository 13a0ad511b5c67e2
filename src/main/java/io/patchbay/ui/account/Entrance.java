package io.patchbay.ui.account;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.spring.annotation.SpringComponent;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Logo;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.info.BuildProperties;

/** What the pages before the frame have in common: mark, heading, form at the left, the picture. */
@SpringComponent
class Entrance {

  private final String version;
  private final boolean builtInDatabase;
  private final ApplicationAvailability availability;

  Entrance(
      ObjectProvider<BuildProperties> build,
      @Value("${patchbay.database-url:}") String databaseUrl,
      ApplicationAvailability availability) {
    this.version = build.stream().map(BuildProperties::getVersion).findFirst().orElse("unpacked");
    this.builtInDatabase = databaseUrl.isBlank();
    this.availability = availability;
  }

  /** Fills the view with the picture and, beside it, the given parts. */
  void furnish(Div view, Component foot, Component... parts) {
    var name = new Span("Patchbay");
    var mark = new Div(logo(), name);
    mark.addClassName("pb-row");
    mark.getStyle().set("gap", "10px").set("font", "600 16px/24px var(--pb-font)");
    var middle = new Div(parts);
    middle.getStyle().set("margin", "auto 0").set("padding", "24px 0");
    var form = new Div(mark, middle, foot);
    form.addClassName("pb-sign-in-form");
    view.removeAll();
    view.addClassName("pb-sign-in");
    view.add(form, new PatchbayArt());
  }

  Component versionAndState() {
    var ready = availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC;
    var state =
        ready
            ? new Span(Icons.CIRCLE_CHECK.create(), new Span("All systems ready"))
            : new Span(Icons.LOADER_CIRCLE.create(), new Span("Getting ready"));
    state.addClassNames("pb-state", ready ? "succeeded" : "waiting");
    state.getStyle().set("font-weight", "400");
    return foot(new Span("Version " + version), state);
  }

  Component versionAndDatabase() {
    var database = builtInDatabase ? "built-in database" : "database server";
    return foot(new Span("Version " + version + ", " + database));
  }

  private static Component foot(Component... parts) {
    var foot = new Div(parts);
    foot.addClassNames("pb-row", "pb-small", "pb-text-3");
    foot.getStyle().set("gap", "14px");
    return foot;
  }

  static H1 heading(String text) {
    return new H1(text);
  }

  static Paragraph below(String text) {
    var paragraph = new Paragraph(text);
    paragraph.addClassName("pb-text-2");
    paragraph.getStyle().set("margin", "4px 0 0");
    return paragraph;
  }

  static Div fields(Component... parts) {
    var fields = new Div(parts);
    fields.addClassName("pb-sign-in-fields");
    return fields;
  }

  static TextField email() {
    var field = new TextField("E-mail");
    field.setWidthFull();
    field.getElement().setProperty("autocomplete", "username").setProperty("autocapitalize", "off");
    field.getElement().setAttribute("inputmode", "email");
    return field;
  }

  static PasswordField password(String label, String autocomplete) {
    var field = new PasswordField(label);
    field.setWidthFull();
    field.getElement().setProperty("autocomplete", autocomplete);
    return field;
  }

  /** The one button of the page, as wide as the fields. */
  static NativeButton button(String text) {
    var key = new Span("↵");
    key.addClassName("pb-kbd");
    key.getElement().setAttribute("aria-hidden", "true");
    var button = new NativeButton();
    button.add(new Span(text), key);
    button.addClassName("pb-submit");
    return button;
  }

  /** A tinted box for the one thing to notice; {@code kind} is info, warning or error. */
  static Div band(String kind, Icons icon, Component... text) {
    var words = new Div(text);
    var band = new Div(icon.create(), words);
    band.addClassNames("pb-band", kind);
    band.getElement().setAttribute("role", kind.equals("error") ? "alert" : "status");
    return band;
  }

  private static Logo logo() {
    var logo = new Logo();
    logo.getElement().getClassList().add("l");
    return logo;
  }
}
