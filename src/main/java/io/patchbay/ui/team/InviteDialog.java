package io.patchbay.ui.team;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.patchbay.account.Invitation;
import io.patchbay.account.MemberService;
import io.patchbay.common.Access.Role;
import io.patchbay.common.ConflictException;
import io.patchbay.common.InvalidException;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.CopyButton;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.UiErrorHandler;
import io.patchbay.ui.shell.Visit;

/** Invites a person: asks for address and role, then shows the link to hand over. */
final class InviteDialog extends Dialog {

  private final transient Visit visit;
  private final transient MemberService members;
  private final transient Runnable onInvited;
  private final EmailField email = new EmailField("E-mail address");
  private final Select<Role> role = Roles.select();
  private final Button create = Buttons.primary("Create invitation", null, this::create);

  InviteDialog(Visit visit, MemberService members, Runnable onInvited) {
    this.visit = visit;
    this.members = members;
    this.onInvited = onInvited;
    addClassName("pb-dialog");
    setHeaderTitle("Invite to %s".formatted(visit.workspace()));
    setWidth("480px");
    email.setWidthFull();
    email.setAutofocus(true);
    email.setPlaceholder("grace@example.com");
    email.setValueChangeMode(ValueChangeMode.EAGER);
    email.addValueChangeListener(event -> email.setInvalid(false));
    Look.testId("invite-email", email);
    role.setLabel("Role");
    role.setWidthFull();
    role.addValueChangeListener(event -> role.setHelperText(Roles.rights(event.getValue())));
    role.setValue(Role.EDITOR);
    Look.testId("invite-role", role);
    create.addClickShortcut(Key.ENTER);
    Look.testId("invite-create", create);
    add(Look.div("pb-form", email, role));
    getFooter().add(Buttons.neutral("Cancel", null, this::close), create);
  }

  private void create() {
    if (email.isEmpty()) {
      refuse("Enter the address of whom you invite.");
      return;
    }
    try {
      show(members.invite(visit.access(), email.getValue(), role.getValue()));
    } catch (InvalidException e) {
      refuse(UiErrorHandler.sentences(e));
    } catch (ConflictException e) {
      refuse(String.valueOf(e.getMessage()));
    }
  }

  private void show(Invitation invitation) {
    removeAll();
    getFooter().removeAll();
    var link = Look.span("pb-mono pb-grow pb-break pb-selectable", invitation.link());
    Look.testId("invite-link", link);
    add(
        new Paragraph(
            "Hand this link over to %s. It works once, for seven days, and is not shown again."
                .formatted(invitation.email())),
        Look.div(
            "pb-band info", Icons.LINK.create(), link, CopyButton.icon(invitation.link(), "Link")));
    getFooter().add(Buttons.primary("Done", null, this::close));
    onInvited.run();
  }

  private void refuse(String why) {
    email.setErrorMessage(why);
    email.setInvalid(true);
    email.focus();
  }
}
