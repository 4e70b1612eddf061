import { defineMessages } from '../../platform/messages.ts'

/** Mails identity sends, in the words of the reader. */
export const say = defineMessages({
  en: {
    'verify_email.subject': 'Confirm your email address for {organization}',
    'verify_email.text':
      'Somebody, we hope you, signed up at {organization} with this address. Open the link and enter the password you chose to finish. The link works once, for 24 hours.',
    'verify_email.action': 'Confirm email address',
    'verify_email.footer':
      'If this was not you, you need not do anything: without the link there is no account.',
    'have_account.subject': 'You have an account at {organization} already',
    'have_account.text':
      'Somebody, we hope you, tried to sign up at {organization} with this address, which has an account. Sign in as usual. If you do not remember your password, open the link to choose a new one; it works once, for 24 hours.',
    'have_account.action': 'Choose a new password',
    'have_account.footer':
      'If this was not you, you need not do anything. Nobody was told that you have an account.',
    'reset_password.subject': 'Choose a new password',
    'reset_password.text':
      'Somebody, we hope you, asked for a new password for your account at {organization}. Open the link to choose one; it works once, for one hour. You will be signed out everywhere.',
    'reset_password.action': 'Choose a new password',
    'reset_password.footer': 'If this was not you, you need not do anything: your password stays as it is.',
    'password_changed.subject': 'Your password was changed',
    'password_changed.text':
      'The password of your account at {organization} was changed on {when, date, long} at {when, time, short} UTC. Your other sign-ins have ended.',
    'password_changed.action': 'This was not me',
    'password_changed.footer':
      'If it was you, all is well. If not, open the link and choose a new password at once.',
    'invitation.subject': '{inviter} invites you to {organization}',
    'invitation.text':
      '{inviter} would like you to join {organization} as {role}. The link works once, for {days} days.',
    'invitation.action': 'Accept invitation',
    'invitation.footer': 'If you do not want to join, you need not do anything.',
    'new_device.subject': 'New sign-in to your account at {organization}',
    'new_device.text':
      'Somebody signed in to your account on {when, date, long} at {when, time, short} (UTC) from a device we have not seen before: {device}, address {ip}. If that was you, all is well. If not, sign it out and change your password.',
    'new_device.action': 'See where you are signed in',
    'new_device.footer': 'You get this mail because a new device signed in to your account.',
    'account_connected.subject': 'Your account is connected with {provider}',
    'account_connected.text':
      'Since {when, date, long}, {when, time, short} (UTC), an account at {provider} opens your account at {organization}. If that was you, all is well. If not, disconnect it and change your password.',
    'account_connected.action': 'See what is connected',
    'account_connected.footer': 'You get this mail because there is a new way into your account.',
    'impersonated.subject': '{by} opened your account at {organization}',
    'impersonated.text':
      '{by} opened your account at {organization} in your name on {when, date, long} at {when, time, short} (UTC), for at most {minutes} minutes. The reason given: {reason}',
    'impersonated.action': 'See where you are signed in',
    'impersonated.footer':
      'You can end it there at once. Whatever is done in your name is noted with both names. Your password was neither used nor shown.',
    'factor_added.subject': 'A second factor was added to your account',
    'factor_added.text':
      'On {when, date, long} at {when, time, short} UTC the second factor “{what}” was added to your account. From now on, signing in asks for it.',
    'factor_added.action': 'See how you sign in',
    'factor_added.footer':
      'If it was you, all is well. If not, change your password at once and ask an administrator for help.',
    'factor_removed.subject': 'A second factor was removed from your account',
    'factor_removed.text':
      'On {when, date, long} at {when, time, short} UTC the second factor “{what}” was removed from your account.',
    'factor_removed.action': 'See how you sign in',
    'factor_removed.footer':
      'If it was you, all is well. If not, change your password at once and add a second factor again.',
    'recovery_code_used.subject': 'A recovery code was used for your account',
    'recovery_code_used.text':
      'On {when, date, long} at {when, time, short} UTC somebody signed in to your account with a recovery code. Codes left: {what}.',
    'recovery_code_used.action': 'See how you sign in',
    'recovery_code_used.footer':
      'If it was you, all is well. If not, change your password and make new recovery codes at once.',
    'passkey_added.subject': 'A passkey was added to your account',
    'passkey_added.text':
      'On {when, date, long} at {when, time, short} UTC the passkey “{what}” was added to your account. Whoever holds it can sign in with it.',
    'passkey_added.action': 'See how you sign in',
    'passkey_added.footer':
      'If it was you, all is well. If not, remove the passkey and change your password at once.',
    'passkey_removed.subject': 'A passkey was removed from your account',
    'passkey_removed.text':
      'On {when, date, long} at {when, time, short} UTC the passkey “{what}” was removed from your account.',
    'passkey_removed.action': 'See how you sign in',
    'passkey_removed.footer': 'If it was you, all is well. If not, change your password at once.',
    'factor_guesses.subject': 'Somebody tried to guess your second factor',
    'factor_guesses.text':
      'On {when, date, long} at {when, time, short} UTC wrong codes were entered for your account several times in a row, after your password or another first step was right. Nobody got in this way.',
    'factor_guesses.action': 'Change your password',
    'factor_guesses.footer':
      'If it was you, all is well: wait a few minutes and try again. If not, somebody knows your password: change it at once.',
    'confirm_code.subject': 'Your code for {organization}',
    'confirm_code.text':
      'Enter the code {code} to confirm that it is you. It works once, for {minutes} minutes.',
    'confirm_code.action': 'Back to your account',
    'confirm_code.footer':
      'If this was not you, somebody is using a device you are signed in on: sign it out and change your password.',
    'prove_address.subject': 'Prove your address for {organization}',
    'prove_address.text':
      'Somebody, we hope you, added this address to an account at {organization}. Sign in to that account and open the link, or enter the code {code}. Both work once, for a short time.',
    'prove_address.action': 'This is my address',
    'prove_address.footer':
      'If this was not you, you need not do anything: without the link or the code nothing happens.',
    'address_in_use.subject': 'Somebody tried to add your address',
    'address_in_use.text':
      'Somebody, perhaps you, tried to add this address to another account at {organization}. It belongs to an account already, so nothing was changed, and nobody was told.',
    'address_in_use.action': 'I forgot my password',
    'address_in_use.footer': 'If this was not you, you need not do anything.',
    'address_added.subject': 'An address was added to your account',
    'address_added.text':
      'The address {address} was added to your account at {organization} and proven. It can be used to sign in and to choose a new password.',
    'address_added.action': 'See my addresses',
    'address_added.footer': 'If this was not you, remove the address and change your password.',
    'address_removed.subject': 'This address was removed from your account',
    'address_removed.text':
      'This address is no longer part of your account at {organization}: it neither signs in nor gets mails from it.',
    'address_removed.action': 'See my addresses',
    'address_removed.footer': 'If this was not you, sign in, change your password and add the address again.',
    'primary_changed.subject': 'Your main address was changed',
    'primary_changed.text':
      'Mails for your account at {organization} go to {address} from now on; this was changed on {when, date, long} at {when, time, short} (UTC). If it was not you, open the link: it takes the change back, signs everybody out, and lets you choose a new password. It works for seven days.',
    'primary_changed.action': 'This was not me: take it back',
    'primary_changed.footer': 'If it was you, all is well.',
    'sign_in_code.subject': 'Your code for {organization}',
    'sign_in_code.text':
      'Enter the code {code} within {minutes} minutes where you began to sign in at {organization}, or open the link. Both work once.',
    'sign_in_code.action': 'Sign in',
    'sign_in_code.footer':
      'If this was not you, you need not do anything. Never give this code to anybody: nobody at {organization} asks for it.',
    'sign_up_code.subject': 'Your code for {organization}',
    'sign_up_code.text':
      'There is no account for this address at {organization} yet. Enter the code {code} within {minutes} minutes where you began, or open the link, and there will be one. Both work once.',
    'sign_up_code.action': 'Make an account and sign in',
    'sign_up_code.footer':
      'If this was not you, you need not do anything. Never give this code to anybody: nobody at {organization} asks for it.',
    'phone_changed.subject': 'The phone number of your account was changed',
    'phone_changed.text':
      'The phone number of your account at {organization} was changed on {when, date, long} at {when, time, short} (UTC). It is now: {phone}',
    'phone_changed.action': 'See my account',
    'phone_changed.footer': 'If this was not you, change your password and the number.',
    'factors_reset.subject': 'Your second factors were removed',
    'factors_reset.text':
      '{by} removed the second factors, recovery codes and passkeys of your account at {organization} on {when, date, long} at {when, time, short} (UTC). You are signed out there. Sign in with your password and set up a new second factor.',
    'factors_reset.action': 'Set up a second factor',
    'factors_reset.footer':
      'If you did not ask for this, write to another administrator of the organization at once.',
    'account_deleted.subject': 'Your account was deleted',
    'account_deleted.text':
      'Your account at {organization} was deleted on {when, date, long} at {when, time, short} (UTC), as you wished. You are signed out everywhere, and what says who you are is being removed. You are welcome to come back as somebody new.',
    'account_deleted.action': 'Open {organization}',
    'account_deleted.footer': 'If this was not you, write to an administrator of the organization at once.',
    'phone_code.text': '{code} is your code for {organization}. It works once. Do not give it to anybody.',
    'phone.none': 'none',
    'inviter.nobody': 'An administrator',
  },
  de: {
    'verify_email.subject': 'Bestätigen Sie Ihre E-Mail-Adresse für {organization}',
    'verify_email.text':
      'Jemand, hoffentlich Sie selbst, hat sich bei {organization} mit dieser Adresse registriert. Öffnen Sie den Link und geben Sie das gewählte Passwort ein, um die Registrierung abzuschließen. Der Link gilt einmal, 24 Stunden lang.',
    'verify_email.action': 'E-Mail-Adresse bestätigen',
    'verify_email.footer':
      'Falls Sie das nicht waren, müssen Sie nichts tun: Ohne den Link entsteht kein Konto.',
    'have_account.subject': 'Sie haben schon ein Konto bei {organization}',
    'have_account.text':
      'Jemand, hoffentlich Sie selbst, wollte sich bei {organization} mit dieser Adresse registrieren, für die es schon ein Konto gibt. Melden Sie sich wie gewohnt an. Falls Sie Ihr Passwort nicht mehr wissen, wählen Sie über den Link ein neues; er gilt einmal, 24 Stunden lang.',
    'have_account.action': 'Neues Passwort wählen',
    'have_account.footer':
      'Falls Sie das nicht waren, müssen Sie nichts tun. Niemand hat erfahren, dass Sie ein Konto haben.',
    'reset_password.subject': 'Wählen Sie ein neues Passwort',
    'reset_password.text':
      'Jemand, hoffentlich Sie selbst, hat ein neues Passwort für Ihr Konto bei {organization} angefordert. Über den Link können Sie es wählen; er gilt einmal, eine Stunde lang. Sie werden dabei überall abgemeldet.',
    'reset_password.action': 'Neues Passwort wählen',
    'reset_password.footer':
      'Falls Sie das nicht waren, müssen Sie nichts tun: Ihr Passwort bleibt, wie es ist.',
    'password_changed.subject': 'Ihr Passwort wurde geändert',
    'password_changed.text':
      'Das Passwort Ihres Kontos bei {organization} wurde am {when, date, long} um {when, time, short} UTC geändert. Ihre anderen Anmeldungen sind beendet.',
    'password_changed.action': 'Das war ich nicht',
    'password_changed.footer':
      'Falls Sie es waren, ist alles gut. Falls nicht, öffnen Sie den Link und wählen Sie sofort ein neues Passwort.',
    'invitation.subject': '{inviter} lädt Sie zu {organization} ein',
    'invitation.text':
      '{inviter} möchte Sie bei {organization} als {role} dabeihaben. Der Link gilt einmal, {days} Tage lang.',
    'invitation.action': 'Einladung annehmen',
    'invitation.footer': 'Falls Sie nicht beitreten möchten, müssen Sie nichts tun.',
    'new_device.subject': 'Neue Anmeldung bei Ihrem Konto bei {organization}',
    'new_device.text':
      'Am {when, date, long} um {when, time, short} (UTC) hat sich jemand von einem Gerät bei Ihrem Konto angemeldet, das wir noch nicht kennen: {device}, Adresse {ip}. Falls Sie das waren, ist alles in Ordnung. Falls nicht, melden Sie das Gerät ab und ändern Sie Ihr Passwort.',
    'new_device.action': 'Ansehen, wo Sie angemeldet sind',
    'new_device.footer':
      'Sie erhalten diese E-Mail, weil sich ein neues Gerät bei Ihrem Konto angemeldet hat.',
    'account_connected.subject': 'Ihr Konto ist mit {provider} verbunden',
    'account_connected.text':
      'Seit dem {when, date, long}, {when, time, short} (UTC), öffnet ein Konto bei {provider} Ihr Konto bei {organization}. Falls Sie das waren, ist alles gut. Falls nicht, trennen Sie die Verbindung und ändern Sie Ihr Passwort.',
    'account_connected.action': 'Verbundene Konten ansehen',
    'account_connected.footer': 'Sie erhalten diese E-Mail, weil es einen neuen Weg in Ihr Konto gibt.',
    'impersonated.subject': '{by} hat Ihr Konto bei {organization} geöffnet',
    'impersonated.text':
      '{by} hat am {when, date, long} um {when, time, short} (UTC) Ihr Konto bei {organization} in Ihrem Namen geöffnet, für höchstens {minutes} Minuten. Angegebener Grund: {reason}',
    'impersonated.action': 'Ansehen, wo Sie angemeldet sind',
    'impersonated.footer':
      'Dort können Sie es sofort beenden. Was in Ihrem Namen geschieht, wird mit beiden Namen vermerkt. Ihr Passwort wurde weder benutzt noch gezeigt.',
    'factor_added.subject': 'Ihrem Konto wurde ein zweiter Faktor hinzugefügt',
    'factor_added.text':
      'Am {when, date, long} um {when, time, short} UTC wurde Ihrem Konto der zweite Faktor „{what}“ hinzugefügt. Ab jetzt wird er bei jeder Anmeldung verlangt.',
    'factor_added.action': 'Ansehen, wie Sie sich anmelden',
    'factor_added.footer':
      'Falls Sie es waren, ist alles gut. Falls nicht, ändern Sie sofort Ihr Passwort und bitten Sie die Verwaltung um Hilfe.',
    'factor_removed.subject': 'Ein zweiter Faktor Ihres Kontos wurde entfernt',
    'factor_removed.text':
      'Am {when, date, long} um {when, time, short} UTC wurde der zweite Faktor „{what}“ von Ihrem Konto entfernt.',
    'factor_removed.action': 'Ansehen, wie Sie sich anmelden',
    'factor_removed.footer':
      'Falls Sie es waren, ist alles gut. Falls nicht, ändern Sie sofort Ihr Passwort und fügen Sie wieder einen zweiten Faktor hinzu.',
    'recovery_code_used.subject': 'Ein Wiederherstellungscode Ihres Kontos wurde benutzt',
    'recovery_code_used.text':
      'Am {when, date, long} um {when, time, short} UTC hat sich jemand mit einem Wiederherstellungscode bei Ihrem Konto angemeldet. Verbleibende Codes: {what}.',
    'recovery_code_used.action': 'Ansehen, wie Sie sich anmelden',
    'recovery_code_used.footer':
      'Falls Sie es waren, ist alles gut. Falls nicht, ändern Sie sofort Ihr Passwort und erzeugen Sie neue Codes.',
    'passkey_added.subject': 'Ihrem Konto wurde ein Passkey hinzugefügt',
    'passkey_added.text':
      'Am {when, date, long} um {when, time, short} UTC wurde Ihrem Konto der Passkey „{what}“ hinzugefügt. Wer ihn hat, kann sich damit anmelden.',
    'passkey_added.action': 'Ansehen, wie Sie sich anmelden',
    'passkey_added.footer':
      'Falls Sie es waren, ist alles gut. Falls nicht, entfernen Sie den Passkey und ändern Sie sofort Ihr Passwort.',
    'passkey_removed.subject': 'Ein Passkey Ihres Kontos wurde entfernt',
    'passkey_removed.text':
      'Am {when, date, long} um {when, time, short} UTC wurde der Passkey „{what}“ von Ihrem Konto entfernt.',
    'passkey_removed.action': 'Ansehen, wie Sie sich anmelden',
    'passkey_removed.footer':
      'Falls Sie es waren, ist alles gut. Falls nicht, ändern Sie sofort Ihr Passwort.',
    'factor_guesses.subject': 'Jemand hat versucht, Ihren zweiten Faktor zu erraten',
    'factor_guesses.text':
      'Am {when, date, long} um {when, time, short} UTC wurden für Ihr Konto mehrmals hintereinander falsche Codes eingegeben, nachdem Ihr Passwort oder ein anderer erster Schritt richtig war. So ist niemand hineingekommen.',
    'factor_guesses.action': 'Passwort ändern',
    'factor_guesses.footer':
      'Falls Sie es waren, ist alles gut: Warten Sie ein paar Minuten und versuchen Sie es noch einmal. Falls nicht, kennt jemand Ihr Passwort: Ändern Sie es sofort.',
    'confirm_code.subject': 'Ihr Code für {organization}',
    'confirm_code.text':
      'Geben Sie den Code {code} ein, um zu bestätigen, dass Sie es sind. Er gilt einmal, {minutes} Minuten lang.',
    'confirm_code.action': 'Zurück zu Ihrem Konto',
    'confirm_code.footer':
      'Falls Sie das nicht waren, benutzt jemand ein Gerät, an dem Sie angemeldet sind: Melden Sie es ab und ändern Sie Ihr Passwort.',
    'prove_address.subject': 'Bestätigen Sie Ihre Adresse für {organization}',
    'prove_address.text':
      'Jemand, hoffentlich Sie selbst, hat diese Adresse zu einem Konto bei {organization} hinzugefügt. Melden Sie sich bei diesem Konto an und öffnen Sie den Link, oder geben Sie den Code {code} ein. Beides gilt einmal und nur kurz.',
    'prove_address.action': 'Das ist meine Adresse',
    'prove_address.footer':
      'Falls Sie das nicht waren, müssen Sie nichts tun: Ohne Link oder Code geschieht nichts.',
    'address_in_use.subject': 'Jemand wollte Ihre Adresse hinzufügen',
    'address_in_use.text':
      'Jemand, vielleicht Sie selbst, wollte diese Adresse zu einem anderen Konto bei {organization} hinzufügen. Die Adresse gehört schon zu einem Konto, deshalb wurde nichts geändert und niemandem etwas gesagt.',
    'address_in_use.action': 'Ich habe mein Passwort vergessen',
    'address_in_use.footer': 'Falls Sie das nicht waren, müssen Sie nichts tun.',
    'address_added.subject': 'Eine Adresse wurde zu Ihrem Konto hinzugefügt',
    'address_added.text':
      'Die Adresse {address} wurde zu Ihrem Konto bei {organization} hinzugefügt und bestätigt. Mit ihr kann man sich anmelden und ein neues Passwort wählen.',
    'address_added.action': 'Meine Adressen ansehen',
    'address_added.footer':
      'Falls Sie das nicht waren, entfernen Sie die Adresse und ändern Sie Ihr Passwort.',
    'address_removed.subject': 'Diese Adresse wurde aus Ihrem Konto entfernt',
    'address_removed.text':
      'Diese Adresse gehört nicht mehr zu Ihrem Konto bei {organization}: Mit ihr kann man sich nicht mehr anmelden, und sie bekommt keine Mails mehr.',
    'address_removed.action': 'Meine Adressen ansehen',
    'address_removed.footer':
      'Falls Sie das nicht waren, melden Sie sich an, ändern Sie Ihr Passwort und fügen Sie die Adresse wieder hinzu.',
    'primary_changed.subject': 'Ihre Hauptadresse wurde geändert',
    'primary_changed.text':
      'Mails zu Ihrem Konto bei {organization} gehen ab jetzt an {address}; das wurde am {when, date, long} um {when, time, short} (UTC) geändert. Falls Sie das nicht waren, öffnen Sie den Link: Er nimmt die Änderung zurück, meldet alle ab und lässt Sie ein neues Passwort wählen. Er gilt sieben Tage.',
    'primary_changed.action': 'Das war ich nicht: zurücknehmen',
    'primary_changed.footer': 'Falls Sie es waren, ist alles gut.',
    'sign_in_code.subject': 'Ihr Code für {organization}',
    'sign_in_code.text':
      'Geben Sie den Code {code} innerhalb von {minutes} Minuten dort ein, wo Sie die Anmeldung bei {organization} begonnen haben, oder öffnen Sie den Link. Beides gilt einmal.',
    'sign_in_code.action': 'Anmelden',
    'sign_in_code.footer':
      'Falls Sie das nicht waren, müssen Sie nichts tun. Geben Sie diesen Code niemandem: Bei {organization} fragt niemand danach.',
    'sign_up_code.subject': 'Ihr Code für {organization}',
    'sign_up_code.text':
      'Für diese Adresse gibt es bei {organization} noch kein Konto. Geben Sie den Code {code} innerhalb von {minutes} Minuten dort ein, wo Sie begonnen haben, oder öffnen Sie den Link, dann entsteht eines. Beides gilt einmal.',
    'sign_up_code.action': 'Konto anlegen und anmelden',
    'sign_up_code.footer':
      'Falls Sie das nicht waren, müssen Sie nichts tun. Geben Sie diesen Code niemandem: Bei {organization} fragt niemand danach.',
    'phone_changed.subject': 'Die Telefonnummer Ihres Kontos wurde geändert',
    'phone_changed.text':
      'Die Telefonnummer Ihres Kontos bei {organization} wurde am {when, date, long} um {when, time, short} (UTC) geändert. Sie ist jetzt: {phone}',
    'phone_changed.action': 'Mein Konto ansehen',
    'phone_changed.footer': 'Falls Sie das nicht waren, ändern Sie Ihr Passwort und die Nummer.',
    'factors_reset.subject': 'Ihre zweiten Faktoren wurden entfernt',
    'factors_reset.text':
      '{by} hat am {when, date, long} um {when, time, short} (UTC) die zweiten Faktoren, Wiederherstellungscodes und Passkeys Ihres Kontos bei {organization} entfernt. Sie sind dort abgemeldet. Melden Sie sich mit Ihrem Passwort an und richten Sie einen neuen zweiten Faktor ein.',
    'factors_reset.action': 'Zweiten Faktor einrichten',
    'factors_reset.footer':
      'Falls Sie nicht darum gebeten haben, schreiben Sie sofort an eine andere Person der Verwaltung.',
    'account_deleted.subject': 'Ihr Konto wurde gelöscht',
    'account_deleted.text':
      'Ihr Konto bei {organization} wurde am {when, date, long} um {when, time, short} (UTC) gelöscht, wie Sie es wollten. Sie sind überall abgemeldet, und was sagt, wer Sie sind, wird entfernt. Sie können jederzeit neu anfangen.',
    'account_deleted.action': '{organization} öffnen',
    'account_deleted.footer':
      'Falls Sie das nicht waren, schreiben Sie sofort an die Verwaltung der Organisation.',
    'phone_code.text': '{code} ist Ihr Code für {organization}. Er gilt einmal. Geben Sie ihn niemandem.',
    'phone.none': 'keine',
    'inviter.nobody': 'Die Verwaltung',
  },
})
