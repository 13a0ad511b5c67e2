package io.patchbay.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.patchbay.account.AccountService;
import io.patchbay.account.CurrentUser;
import io.patchbay.account.TokenService;
import io.patchbay.account.UserView;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/** Who is signed in: their colours, their API tokens, the way out. */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class UserMenu extends NativeButton {

  private final Map<ColourScheme, MenuItem> colours = new EnumMap<>(ColourScheme.class);

  UserMenu(
      AccountService accounts,
      CurrentUser currentUser,
      TokenService tokens,
      Times times,
      AuthenticationContext authentication) {
    UserView user = accounts.get(currentUser.id());
    String name = user.name().isBlank() ? user.email() : user.name();
    addClassName("pb-nav");
    addClassName("pb-user");
    setAriaLabel("You, " + name);
    getElement().setAttribute("title", user.email());
    add(
        Monogram.avatar(name, "s"),
        Look.span("pb-ellipsis", name),
        Look.line("pb-end", Icons.ELLIPSIS.create("pb-i14")));
    Look.testId("user-menu", this);
    var menu = new ContextMenu(this);
    menu.setOpenOnClick(true);
    menu.addComponent(Look.two(new Span(name), new Span(user.email())));
    menu.addSeparator();
    addColours(menu.addItem("Colours"));
    menu.addItem("API tokens", event -> new TokensDialog(tokens, currentUser.id(), times).open());
    menu.addSeparator();
    menu.addItem("Sign out", event -> authentication.logout());
  }

  private void addColours(MenuItem item) {
    ColourScheme current = ColourScheme.of(VaadinService.getCurrentRequest());
    for (ColourScheme scheme : ColourScheme.values()) {
      var choice = item.getSubMenu().addItem(scheme.title, event -> choose(scheme));
      choice.setCheckable(true);
      choice.setChecked(scheme == current);
      colours.put(scheme, choice);
    }
  }

  private void choose(ColourScheme chosen) {
    colours.forEach((scheme, item) -> item.setChecked(scheme == chosen));
    chosen.choose(UI.getCurrent());
  }
}
