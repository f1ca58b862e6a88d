<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en">
  <context>
    <name>desk</name>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit_words.py" />
      <source>(secret)</source>
      <translation>(secret)</translation>
    </message>
    <message>
      <location filename="mdi_desk/cli/commands.py" />
      <source>--decode-only asks no database, so --as has no meaning beside it.</source>
      <translation>--decode-only n’interroge aucune base ; --as n’a donc pas de sens à côté.</translation>
    </message>
    <message>
      <location filename="mdi_desk/cli/database.py" />
      <source>--people says how large the sample is; add --sample.</source>
      <translation>--people donne la taille de l’exemple ; ajoutez --sample.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/doctor.py" />
      <source>./desk makes the sample; desk db create an empty one.</source>
      <translation>./desk crée l’exemple ; desk db create une base vide.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/service/people.py" />
      <source>A birth date lies after 1900.</source>
      <translation>Une date de naissance est après 1900.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>A birth date lies between 1900 and 2100.</source>
      <translation>Une date de naissance est entre 1900 et 2100.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/service/people.py" />
      <source>A birth date lies in the past.</source>
      <translation>Une date de naissance est dans le passé.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>A class ends after it begins.</source>
      <translation>Un cours finit après son début.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>A class has at least one seat.</source>
      <translation>Un cours a au moins une place.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/sheets.py" />
      <source>A colleague changed this too. Both changes are kept.</source>
      <translation>Un collègue a aussi modifié ceci. Les deux modifications sont gardées.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>A country has three capital letters here, for example USA.</source>
      <translation>Un pays s’écrit ici en trois majuscules, par exemple USA.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>A course lasts at least one hour.</source>
      <translation>Une formation dure au moins une heure.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>A course's name has 1 to 255 letters.</source>
      <translation>Le nom d’une formation a de 1 à 255 lettres.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>A currency has three capital letters, for example USD.</source>
      <translation>Une devise s’écrit en trois majuscules, par exemple USD.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>A family name has at most 100 letters.</source>
      <translation>Un nom de famille a 100 lettres au plus.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>A full name has 1 to 255 letters.</source>
      <translation>Un nom complet a de 1 à 255 lettres.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>A given name has 1 to 100 letters.</source>
      <translation>Un prénom a de 1 à 100 lettres.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/ui/capture.py" />
      <source>A guardian</source>
      <translation>Un tuteur</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/ui/guardian.py" />
      <source>A guardian signs</source>
      <translation>Un tuteur signe</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/gate.py" />
      <source>A guardian signs the waiver first</source>
      <translation>Un tuteur signe d’abord la décharge</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/new_person.py" />
      <source>A guardian signs the waiver. Somebody on file; it can also be added later on the card.</source>
      <translation>Un tuteur signe la décharge. Quelqu’un qui a une fiche ; on peut aussi l’ajouter plus tard sur la fiche.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>A mark instead of a name needs a witness: type the witness's name.</source>
      <translation>Une marque à la place du nom demande un témoin : tapez le nom du témoin.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/check_in_facts.py" />
      <source>A minor’s check-in needs the server when their card was not opened before.</source>
      <translation>Pour enregistrer un mineur, il faut le serveur si sa fiche n’a pas encore été ouverte.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>A partner's account cannot have a staff job as well.</source>
      <translation>Le compte d’un partenaire ne peut pas avoir aussi une fonction de l’institut.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/account_form.py" />
      <source>A partner’s account can’t have jobs of the institute as well.</source>
      <translation>Le compte d’un partenaire ne peut pas avoir aussi des fonctions de l’institut.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/records.py" />
      <source>A password can't begin or end with a space.</source>
      <translation>Un mot de passe ne peut ni commencer ni finir par une espace.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/records.py" />
      <source>A password can't contain tabs or line breaks.</source>
      <translation>Un mot de passe ne peut contenir ni tabulation ni saut de ligne.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/specs.py" />
      <source>A person who isn’t active is no longer found by the search.</source>
      <translation>La recherche ne trouve plus une personne inactive.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>A place's name has 1 to 100 letters.</source>
      <translation>Le nom d’un lieu a de 1 à 100 lettres.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>A price cannot be below zero.</source>
      <translation>Un prix ne peut pas être négatif.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>A reference has at most 100 letters.</source>
      <translation>Une référence a 100 lettres au plus.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/engine.py" />
      <source>A server of the network is only reached with sslmode=verify-full; mend its address.</source>
      <translation>Un serveur du réseau n’est joint qu’avec sslmode=verify-full ; corrigez son adresse.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>A short name has small letters, digits and hyphens only.</source>
      <translation>Un nom court n’a que des minuscules, des chiffres et des traits d’union.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/pdf.py" />
      <source>A simple electronic signature. This page says how it was made. Its SHA-256 sums are of the text, the ink and the evidence as they are stored: whatever is changed, however little, gives another sum.</source>
      <translation>Une signature électronique simple. Cette page dit comment elle a été faite. Ses empreintes SHA-256 sont celles du texte, du tracé et de la preuve tels que conservés : le moindre changement donne une autre empreinte.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>A title has at most 100 letters.</source>
      <translation>Un titre a 100 lettres au plus.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/errors.py" />
      <source>A value cannot be understood here; check what was typed.</source>
      <translation>Une valeur est incompréhensible ici ; vérifiez votre saisie.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/errors.py" />
      <source>A value is not allowed here ({name}).</source>
      <translation>Une valeur n’est pas permise ici ({name}).</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/service.py" />
      <source>A version has 1 to 20 letters, for example 2026-03.</source>
      <translation>Une version a de 1 à 20 lettres, par exemple 2026-03.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/courses.py" />
      <source>A waiver</source>
      <translation>Une décharge</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/service.py" />
      <source>A waiver is valid for 1 to 120 months.</source>
      <translation>Une décharge est valable de 1 à 120 mois.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/records/words.py" />
      <source>About</source>
      <translation>À propos</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/records.py" />
      <source>Account</source>
      <translation>Compte</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/views.py" />
      <source>Accounts</source>
      <translation>Comptes</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/account_panel.py" />
      <source>Active</source>
      <translation>Actif</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/panel.py" />
      <source>Add</source>
      <translation>Ajouter</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/person_card.py" />
      <source>Add a guardian</source>
      <translation>Ajouter un tuteur</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/person_card.py" />
      <source>Add an address</source>
      <translation>Ajouter une adresse</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/details.py" />
      <source>Add an identity document</source>
      <translation>Ajouter une pièce d’identité</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/gate.py" />
      <source>Add birth date</source>
      <translation>Ajouter la date</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/gate.py" />
      <source>Add guardian</source>
      <translation>Ajouter un tuteur</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/roster.py" />
      <source>Add person</source>
      <translation>Ajouter une personne</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/details.py" />
      <source>Add the birth date</source>
      <translation>Ajouter la date de naissance</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/gate.py" />
      <source>Add the birth date first</source>
      <translation>Ajoutez d’abord la date de naissance</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/person_card.py" />
      <source>Add the birth date first.</source>
      <translation>Ajoutez d’abord la date de naissance.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/person_card.py" />
      <source>Add the birth date first: it says who must sign.</source>
      <translation>Ajoutez d’abord la date de naissance : elle dit qui doit signer.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/roster.py" />
      <source>Add the first person; their ticket is ready at once.</source>
      <translation>Ajoutez la première personne ; son billet est prêt aussitôt.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/gate.py" />
      <source>Add the guardian first</source>
      <translation>Ajoutez d’abord le tuteur</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/book.py" />
      <source>Add to {course}</source>
      <translation>Ajouter à {course}</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/records.py" />
      <source>Added</source>
      <translation>Ajout</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit_words.py" />
      <source>Added an address of {name}</source>
      <translation>Adresse ajoutée : {name}</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/records.py" />
      <source>Address</source>
      <translation>Adresse</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/queries/history.py" />
      <source>Address added</source>
      <translation>Adresse ajoutée</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/queries/history.py" />
      <source>Address changed</source>
      <translation>Adresse modifiée</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/queries/history.py" />
      <source>Address removed</source>
      <translation>Adresse supprimée</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/panel.py" />
      <source>Address saved.</source>
      <translation>Adresse sauvegardée.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/panel.py" />
      <source>Addresses</source>
      <translation>Adresses</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/views.py" />
      <source>Admin</source>
      <translation>Admin</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>Administrators are made on the server itself, with the command: desk db admin-create.</source>
      <translation>Les administrateurs se créent sur le serveur même, avec la commande : desk db admin-create.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/account_form.py" />
      <source>Admins are made on the server’s own computer.</source>
      <translation>Les administrateurs se créent sur l’ordinateur du serveur.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/catalogue.py" />
      <source>Advanced</source>
      <translation>Avancé</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit.py" />
      <source>After</source>
      <translation>Après</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/people.py" />
      <source>Age</source>
      <translation>Âge</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/ticket.py" />
      <source>Age: {rule}.</source>
      <translation>Âge : {rule}.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/pdf.py" />
      <source>Agreed to sign on screen</source>
      <translation>Accord pour signer à l’écran</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/class_panel.py" />
      <source>All ready</source>
      <translation>Tous prêts</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit.py" />
      <source>All time</source>
      <translation>Depuis toujours</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/check_in_deeds.py" />
      <source>Allow</source>
      <translation>Autoriser</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/doctor.py" />
      <source>Allow writing there, or name another folder in MDI_DESK_DATA.</source>
      <translation>Autorisez l’écriture, ou nommez un autre dossier dans MDI_DESK_DATA.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/lines.py" />
      <source>Allowed</source>
      <translation>Autorisé</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/check_in_facts.py" />
      <source>Already checked in</source>
      <translation>Déjà enregistré</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/check_in_facts.py" />
      <source>Already checked in, not confirmed yet</source>
      <translation>Déjà enregistré, pas encore confirmé</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/new_person.py" />
      <source>Already on file?</source>
      <translation>Déjà au dossier ?</translation>
    </message>
    <message>
      <location filename="mdi_desk/cli/commands.py" />
      <source>Also write the figures to this file.</source>
      <translation>Écrire aussi les chiffres dans ce fichier.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit_words.py" />
      <source>Amount</source>
      <translation>Montant</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>An administrator's account can only be changed on the server itself.</source>
      <translation>Le compte d’un administrateur ne se modifie que sur le serveur même.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/accounts.py" />
      <source>An admin’s account is changed on the server’s own computer.</source>
      <translation>Le compte d’un administrateur se modifie sur l’ordinateur du serveur.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/guardian.py" />
      <source>An adult on file, with a birth date, who may sign for {name} until they are of age.</source>
      <translation>Un adulte au dossier, avec une date de naissance, qui peut signer pour {name} jusqu’à sa majorité.</translation>
    </message>
    <message>
      <location filename="mdi_desk/kernel/contact.py" />
      <source>An e-mail address has an @ in it.</source>
      <translation>Une adresse e-mail contient un @.</translation>
    </message>
    <message>
      <location filename="mdi_desk/kernel/contact.py" />
      <source>An e-mail address has no spaces in it.</source>
      <translation>Une adresse e-mail ne contient pas d’espace.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>Another course already has this short name. Choose a different one.</source>
      <translation>Une autre formation porte déjà ce nom court. Choisissez-en un autre.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/embedded/server.py" />
      <source>Another desk is starting or stopping the database ({seconds} s)</source>
      <translation>Un autre poste démarre ou arrête la base de données ({seconds} s)</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>Another place already has this name.</source>
      <translation>Un autre lieu porte déjà ce nom.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>Another version of this waiver is in use. Retire it first.</source>
      <translation>Une autre version de cette décharge est en service. Retirez-la d’abord.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>Another waiver already has this name.</source>
      <translation>Une autre décharge porte déjà ce nom.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/courses.py" />
      <source>Any age</source>
      <translation>Tout âge</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/catalogue.py" />
      <source>Any level</source>
      <translation>Tout niveau</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/migrate.py" />
      <source>Applying {path}</source>
      <translation>Application de {path}</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/specs.py" />
      <source>Arabic</source>
      <translation>Arabe</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/notify.py" />
      <source>Are you sure?</source>
      <translation>Voulez-vous continuer ?</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/today_cards.py" />
      <source>Arrived</source>
      <translation>Arrivés</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/seat.py" />
      <source>Ask an administrator whether you should have another job as well.</source>
      <translation>Demandez à un administrateur s’il vous faut aussi une autre fonction.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/check_in_card.py" />
      <source>At check-in</source>
      <translation>À l’enregistrement</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/pdf.py" />
      <source>At the front desk</source>
      <translation>À l’accueil</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/door.py" />
      <source>At this desk</source>
      <translation>À ce poste</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/check_in_facts.py" />
      <source>At this station, before this scan.</source>
      <translation>À ce poste, avant ce scan.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/person_lists.py" />
      <source>Attendance</source>
      <translation>Présence</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/views.py" />
      <source>Audit</source>
      <translation>Audit</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/records.py" />
      <source>Auditor</source>
      <translation>Auditeur</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/window.py" />
      <source>Back</source>
      <translation>Retour</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/today.py" />
      <source>Back to today (T)</source>
      <translation>Revenir à aujourd’hui (T)</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit.py" />
      <source>Before</source>
      <translation>Avant</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/check_in_card.py" />
      <source>Before check-in</source>
      <translation>Avant l’enregistrement</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>Begin the telephone number with + and the country's code, for example +1.</source>
      <translation>Commencez le numéro de téléphone par + et l’indicatif du pays, par exemple +1.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/catalogue.py" />
      <source>Beginner</source>
      <translation>Débutant</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit_words.py" />
      <source>Begins</source>
      <translation>Début</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/records/words.py" />
      <source>Billing</source>
      <translation>Facturation</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/records/words.py" />
      <source>Birth certificate</source>
      <translation>Acte de naissance</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/person_card.py" />
      <source>Birth date</source>
      <translation>Date de naissance</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/gate.py" />
      <source>Birth date missing</source>
      <translation>Date de naissance manquante</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/panel.py" />
      <source>Birth date saved.</source>
      <translation>Date de naissance sauvegardée.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/gate.py" />
      <source>Book a seat first</source>
      <translation>Réservez d’abord une place</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/gate.py" />
      <source>Book again</source>
      <translation>Réserver</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/book.py" />
      <source>Book · {price}</source>
      <translation>Réserver · {price}</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/person_lists.py" />
      <source>Booked</source>
      <translation>Réservé</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit_words.py" />
      <source>Booked {name}</source>
      <translation>Réservation : {name}</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/book.py" />
      <source>Booked, but too young for this course: check-in will be refused.</source>
      <translation>Réservé, mais trop jeune pour cette formation : l’enregistrement sera refusé.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/book.py" />
      <source>Booked. A guardian must sign the waiver before check-in.</source>
      <translation>Réservé. Un tuteur doit signer la décharge avant l’enregistrement.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/book.py" />
      <source>Booked. Add the birth date before check-in.</source>
      <translation>Réservé. Ajoutez la date de naissance avant l’enregistrement.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/book.py" />
      <source>Booked. Something is still missing for check-in; the card says what.</source>
      <translation>Réservé. Il manque encore quelque chose pour l’enregistrement ; la fiche dit quoi.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/window.py" />
      <source>Booking</source>
      <translation>Réservation</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/gate.py" />
      <source>Booking cancelled</source>
      <translation>Réservation annulée</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/bench/check_in.py" />
      <source>Booking seats</source>
      <translation>Réservation de places</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/person_lists.py" />
      <source>Bookings</source>
      <translation>Réservations</translation>
    </message>
    <message>
      <location filename="mdi_desk/cli/database.py" />
      <source>Bring the database to this program's version.</source>
      <translation>Met la base de données à la version de ce programme.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/records/words.py" />
      <source>Brother or sister</source>
      <translation>Frère ou sœur</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/records/words.py" />
      <source>Came from</source>
      <translation>Origine</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/check_in_card.py" />
      <source>Came late (L)</source>
      <translation>Arrivé en retard (L)</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/doctor.py" />
      <source>Camera</source>
      <translation>Caméra</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/account_form.py" />
      <source>Cancel</source>
      <translation>Annuler</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/classes.py" />
      <source>Cancel class</source>
      <translation>Annuler le cours</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/check_in_deeds.py" />
      <source>Cancel the booking</source>
      <translation>Annuler la réservation</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/check_in_deeds.py" />
      <source>Cancel the booking of {name}?</source>
      <translation>Annuler la réservation de {name} ?</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/check_in_card.py" />
      <source>Cancel the booking …</source>
      <translation>Annuler la réservation…</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/classes.py" />
      <source>Cancel {course} on {day}?</source>
      <translation>Annuler {course}, {day} ?</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/class_panel.py" />
      <source>Cancelled</source>
      <translation>Annulé</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit_words.py" />
      <source>Cancelled the class {name}</source>
      <translation>Cours annulé : {name}</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/signin.py" />
      <source>Caps Lock is on.</source>
      <translation>Les majuscules sont verrouillées.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/sales/records.py" />
      <source>Card</source>
      <translation>Carte</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/queries/history.py" />
      <source>Card changed</source>
      <translation>Fiche modifiée</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/queries/history.py" />
      <source>Card made</source>
      <translation>Fiche créée</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/queries/history.py" />
      <source>Card removed</source>
      <translation>Fiche supprimée</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/sales/records.py" />
      <source>Cash</source>
      <translation>Espèces</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/views.py" />
      <source>Catalogue</source>
      <translation>Catalogue</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit_words.py" />
      <source>Category</source>
      <translation>Catégorie</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/guardian.py" />
      <source>Change</source>
      <translation>Changer</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/accounts.py" />
      <source>Change jobs</source>
      <translation>Fonctions</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/details.py" />
      <source>Change the address</source>
      <translation>Modifier l’adresse</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/panel.py" />
      <source>Change the address {address}</source>
      <translation>Modifier l’adresse {address}</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/details.py" />
      <source>Change the birth date</source>
      <translation>Modifier la date de naissance</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/panel.py" />
      <source>Change the birth date, with a reason</source>
      <translation>Modifier la date de naissance, avec un motif</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/records.py" />
      <source>Changed</source>
      <translation>Modification</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/forms.py" />
      <source>Changed by somebody else meanwhile</source>
      <translation>Modifié par quelqu’un d’autre entre-temps</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit_words.py" />
      <source>Changed the booking of {name}</source>
      <translation>Réservation modifiée : {name}</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit_words.py" />
      <source>Changed the card of {name}</source>
      <translation>Fiche modifiée : {name}</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit_words.py" />
      <source>Changed the class {name}</source>
      <translation>Cours modifié : {name}</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit_words.py" />
      <source>Changed the course {name}</source>
      <translation>Formation modifiée : {name}</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit_words.py" />
      <source>Charged for {name}</source>
      <translation>Ligne de commande : {name}</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/check_in_card.py" />
      <source>Check in</source>
      <translation>Enregistrer</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/roster.py" />
      <source>Check in late</source>
      <translation>Enregistrer en retard</translation>
    </message>
    <message>
      <location filename="mdi_desk/cli/database.py" />
      <source>Check revision, functions and rights; exit 1 when wrong.</source>
      <translation>Vérifie révision, fonctions et droits ; code 1 si quelque chose ne va pas.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/roster.py" />
      <source>Check the person in first.</source>
      <translation>Enregistrez d’abord la personne.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/records.py" />
      <source>Check-in</source>
      <translation>Enregistrement</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/check_in_card.py" />
      <source>Check-in card</source>
      <translation>Fiche d’enregistrement</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/lines.py" />
      <source>Check-in undone</source>
      <translation>Enregistrement retiré</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/panel.py" />
      <source>Checked</source>
      <translation>Vérifié</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/check_in_facts.py" />
      <source>Checked in</source>
      <translation>Enregistré</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit_words.py" />
      <source>Checked in {name}</source>
      <translation>Enregistrement : {name}</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/check_in_facts.py" />
      <source>Checked in, late</source>
      <translation>Enregistré, en retard</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit_words.py" />
      <source>Checked the identity of {name}</source>
      <translation>Identité vérifiée : {name}</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/bench/check_in.py" />
      <source>Checking in</source>
      <translation>Enregistrements</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/check_in_facts.py" />
      <source>Checking in …</source>
      <translation>Enregistrement…</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/database/upkeep.py" />
      <source>Checking the database</source>
      <translation>Vérification de la base de données</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/specs.py" />
      <source>Chinese</source>
      <translation>Chinois</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/editors.py" />
      <source>Choose</source>
      <translation>Choisir</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>Choose a category from the list.</source>
      <translation>Choisissez une catégorie dans la liste.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/classes.py" />
      <source>Choose a class first.</source>
      <translation>Choisissez d’abord un cours.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/window.py" />
      <source>Choose a class, then add a person to it</source>
      <translation>Choisir un cours, puis y ajouter une personne</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/editors.py" />
      <source>Choose a date</source>
      <translation>Choisir une date</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>Choose a kind of address from the list.</source>
      <translation>Choisissez un type d’adresse dans la liste.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>Choose a kind of identity document from the list.</source>
      <translation>Choisissez un type de pièce d’identité dans la liste.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>Choose a level from the list.</source>
      <translation>Choisissez un niveau dans la liste.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/check_in_card.py" />
      <source>Choose a person</source>
      <translation>Choisissez une personne</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/roster.py" />
      <source>Choose a person first.</source>
      <translation>Choisissez d’abord une personne.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/seat.py" />
      <source>Choose a picture of a code</source>
      <translation>Choisir l’image d’un code</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/accounts.py" />
      <source>Choose an account first.</source>
      <translation>Choisissez d’abord un compte.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>Choose an attendance from the list.</source>
      <translation>Choisissez une présence dans la liste.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/people.py" />
      <source>Choose another group above.</source>
      <translation>Choisissez un autre groupe ci-dessus.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/class_form.py" />
      <source>Choose another place or time.</source>
      <translation>Choisissez un autre lieu ou une autre heure.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>Choose at least one job from the list.</source>
      <translation>Choisissez au moins une fonction dans la liste.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/service.py" />
      <source>Choose at least one job.</source>
      <translation>Choisissez au moins une fonction.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>Choose how it was paid.</source>
      <translation>Choisissez le moyen de paiement.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>Choose how they are related from the list.</source>
      <translation>Choisissez leur lien dans la liste.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit.py" />
      <source>Choose more days or another kind.</source>
      <translation>Choisissez plus de jours ou un autre type.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>Choose roles from the list.</source>
      <translation>Choisissez des rôles dans la liste.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/class_form.py" />
      <source>Choose somebody else or another time.</source>
      <translation>Choisissez quelqu’un d’autre ou une autre heure.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/window.py" />
      <source>Choose the class, then press Ctrl+N to add the person.</source>
      <translation>Choisissez le cours, puis appuyez sur Ctrl+N pour ajouter la personne.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>Choose the guardian who signs, and how they are related.</source>
      <translation>Choisissez le tuteur qui signe, et leur lien.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/service.py" />
      <source>Choose the guardian who signs.</source>
      <translation>Choisissez le tuteur qui signe.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/service.py" />
      <source>Choose what the guardian is to the minor.</source>
      <translation>Choisissez le lien du tuteur avec le mineur.</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/forms.py" />
      <source>Choose what to keep.</source>
      <translation>Choisissez ce qui reste.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/guardian.py" />
      <source>Choose who it is first.</source>
      <translation>Choisissez d’abord la personne.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/signin.py" />
      <source>Choose your password</source>
      <translation>Choisissez votre mot de passe</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/ui/guardian.py" />
      <source>Choose …</source>
      <translation>Choisir…</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit.py" />
      <source>Chosen days</source>
      <translation>Jours choisis</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/records/words.py" />
      <source>City</source>
      <translation>Ville</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/person_lists.py" />
      <source>Class</source>
      <translation>Cours</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/person_lists.py" />
      <source>Class cancelled</source>
      <translation>Cours annulé</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/gate.py" />
      <source>Class closed</source>
      <translation>Cours clos</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/gate.py" />
      <source>Class is over</source>
      <translation>Cours terminé</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/gate.py" />
      <source>Class open</source>
      <translation>Cours ouvert</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/pdf.py" />
      <source>Class ticket</source>
      <translation>Billet de cours</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/finder.py" />
      <source>Classes</source>
      <translation>Cours</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/today.py" />
      <source>Classes of the day</source>
      <translation>Cours du jour</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/ui/capture.py" />
      <source>Clear</source>
      <translation>Effacer</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/bench/ground.py" />
      <source>Clearing up</source>
      <translation>Rangement</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/door.py" />
      <source>Close</source>
      <translation>Fermer</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/door.py" />
      <source>Close the desk?</source>
      <translation>Fermer le poste ?</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/formsheet.py" />
      <source>Close without saving</source>
      <translation>Fermer sans sauvegarder</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/formsheet.py" />
      <source>Close without saving?</source>
      <translation>Fermer sans sauvegarder ?</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/database/copies.py" />
      <source>Closing the backup</source>
      <translation>Clôture de la sauvegarde</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/finder.py" />
      <source>Code</source>
      <translation>Code</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/records.py" />
      <source>Collections</source>
      <translation>Recouvrement</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/window.py" />
      <source>Colours of the system</source>
      <translation>Couleurs du système</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/finder.py" />
      <source>Commands</source>
      <translation>Actions</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/notify.py" />
      <source>Compare</source>
      <translation>Comparer</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/catalogue.py" />
      <source>Concealed carry</source>
      <translation>Port dissimulé</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/seat.py" />
      <source>Confirmed</source>
      <translation>Confirmé</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/seat.py" />
      <source>Confirmed: {what}</source>
      <translation>Confirmé : {what}</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/widgets/shell.py" />
      <source>Connected · live</source>
      <translation>Connecté · en direct</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/widgets/shell.py" />
      <source>Connected · sending {n}</source>
      <translation>Connecté · envoi de {n}</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/pdf.py" />
      <source>Consent text</source>
      <translation>Texte de l’accord</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/panel.py" />
      <source>Contact</source>
      <translation>Coordonnées</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/panel.py" />
      <source>Contact by</source>
      <translation>Contact par</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/notify.py" />
      <source>Continue</source>
      <translation>Continuer</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/first_password.py" />
      <source>Copied. Clear the clipboard after use.</source>
      <translation>Copié. Videz le presse-papiers après usage.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/first_password.py" />
      <source>Copy</source>
      <translation>Copier</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/notify.py" />
      <source>Copy report</source>
      <translation>Copier le rapport</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/database/copies.py" />
      <source>Counting</source>
      <translation>Comptage</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/sample/growth.py" />
      <source>Counting what there is, for the planner</source>
      <translation>Comptage pour le planificateur</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/records/words.py" />
      <source>Country</source>
      <translation>Pays</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/records.py" />
      <source>Course</source>
      <translation>Formation</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/views.py" />
      <source>Courses</source>
      <translation>Formations</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/account_form.py" />
      <source>Create account</source>
      <translation>Créer le compte</translation>
    </message>
    <message>
      <location filename="mdi_desk/cli/database.py" />
      <source>Create, upgrade, check, back up and serve the database.</source>
      <translation>Crée, met à jour, vérifie, sauvegarde et sert la base de données.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit_words.py" />
      <source>Credentials</source>
      <translation>Diplômes</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit_words.py" />
      <source>Currency</source>
      <translation>Devise</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/records/words.py" />
      <source>Customer</source>
      <translation>Client</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/window.py" />
      <source>Dark colours</source>
      <translation>Couleurs sombres</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/doctor.py" />
      <source>Data folder</source>
      <translation>Dossier des données</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/doctor.py" />
      <source>Database</source>
      <translation>Base de données</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/doctor.py" />
      <source>Database programs</source>
      <translation>Programmes de la base</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/person_lists.py" />
      <source>Date</source>
      <translation>Date</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/pdf.py" />
      <source>Date and time</source>
      <translation>Date et heure</translation>
    </message>
    <message>
      <location filename="mdi_desk/cli/commands.py" />
      <source>Decode codes in pictures, one JSON line each; look them up.</source>
      <translation>Lit les codes dans des images, une ligne JSON par code ; les recherche.</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/widgets/painting.py" />
      <source>Delete</source>
      <translation>Suppr</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/records/words.py" />
      <source>Delivery</source>
      <translation>Livraison</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit_words.py" />
      <source>Description</source>
      <translation>Description</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/check_in_card.py" />
      <source>Did not come</source>
      <translation>Pas venu</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/account_panel.py" />
      <source>Disable</source>
      <translation>Désactiver</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/accounts.py" />
      <source>Disable or enable</source>
      <translation>Désactiver ou réactiver</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/accounts.py" />
      <source>Disable the account of {name}?</source>
      <translation>Désactiver le compte de {name} ?</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/account_panel.py" />
      <source>Disabled</source>
      <translation>Désactivé</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit_words.py" />
      <source>Disabled at</source>
      <translation>Désactivé le</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/widgets/blocks.py" />
      <source>Dismiss</source>
      <translation>Fermer</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/doctor.py" />
      <source>Display</source>
      <translation>Écran</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/records/words.py" />
      <source>Document number</source>
      <translation>Numéro de la pièce</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/database/making.py" />
      <source>Drawing the signatures of the sample</source>
      <translation>Dessin des signatures de l’exemple</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/records/words.py" />
      <source>Driver’s license</source>
      <translation>Permis de conduire</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/sales/ui/order.py" />
      <source>Due</source>
      <translation>Dû</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/account_form.py" />
      <source>E-mail</source>
      <translation>E-mail</translation>
    </message>
    <message>
      <location filename="mdi_desk/cli/database.py" />
      <source>E-mail address.</source>
      <translation>Adresse e-mail.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/records/words.py" />
      <source>E-mail confirmed</source>
      <translation>E-mail confirmé</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/service.py" />
      <source>Each language needs a title, a text and the consent to sign on a screen.</source>
      <translation>Chaque langue demande un titre, un texte et l’accord pour signer à l’écran.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/person_card.py" />
      <source>Edit</source>
      <translation>Modifier</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/class_form.py" />
      <source>Edit {course}</source>
      <translation>Modifier {course}</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/edit_person.py" />
      <source>Edit {name}</source>
      <translation>Modifier {name}</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/course_form.py" />
      <source>Empty: not even with a guardian.</source>
      <translation>Vide : pas même avec un tuteur.</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/signature.py" />
      <source>Empty: sign with pen, finger or mouse</source>
      <translation>Vide : signez au stylet, au doigt ou à la souris</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/specs.py" />
      <source>Empty: that of the institute.</source>
      <translation>Vide : celui de l’institut.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/signin.py" />
      <source>Empty: the institute on this computer.</source>
      <translation>Vide : l’institut de cet ordinateur.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/class_form.py" />
      <source>Empty: the price of the course.</source>
      <translation>Vide : le prix de la formation.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/account_panel.py" />
      <source>Enable</source>
      <translation>Réactiver</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/accounts.py" />
      <source>Enable the account of {name}?</source>
      <translation>Réactiver le compte de {name} ?</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/panel.py" />
      <source>End guardianship</source>
      <translation>Retirer le tuteur</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/accounts.py" />
      <source>End session</source>
      <translation>Déconnecter</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/accounts.py" />
      <source>End the session of {name}?</source>
      <translation>Mettre fin à la session de {name} ?</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/accounts.py" />
      <source>End their session</source>
      <translation>Déconnecter</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/records/words.py" />
      <source>Ended</source>
      <translation>Fin</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/person_lists.py" />
      <source>Ended {day}</source>
      <translation>Fini le {day}</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit_words.py" />
      <source>Ends</source>
      <translation>Fin</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/specs.py" />
      <source>English</source>
      <translation>Anglais</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/widgets/painting.py" />
      <source>Enter</source>
      <translation>Entrée</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>Enter the amount that was paid.</source>
      <translation>Saisissez le montant payé.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/records/words.py" />
      <source>Entered at the desk</source>
      <translation>Saisi à l’accueil</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/course_form.py" />
      <source>Equipment</source>
      <translation>Équipement</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/widgets/painting.py" />
      <source>Esc</source>
      <translation>Échap</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/people.py" />
      <source>Everybody</source>
      <translation>Tout le monde</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/specs.py" />
      <source>Everybody at the desk sees it.</source>
      <translation>Tout le monde à l’accueil le voit.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/today_cards.py" />
      <source>Everybody is ready. Nothing to do before the next class.</source>
      <translation>Tout le monde est prêt. Rien à faire avant le prochain cours.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit.py" />
      <source>Everything</source>
      <translation>Tout</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/window.py" />
      <source>Everywhere</source>
      <translation>Partout</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/pdf.py" />
      <source>Evidence of the signing</source>
      <translation>Preuve de la signature</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/sales/ui/pay.py" />
      <source>Exact, no change.</source>
      <translation>Le compte est juste.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/roster.py" />
      <source>Excused</source>
      <translation>Excusé</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/check_in_card.py" />
      <source>Excused (X)</source>
      <translation>Excusé (X)</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/records.py" />
      <source>Expired</source>
      <translation>Expirée</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/widgets/shell.py" />
      <source>F1 Help</source>
      <translation>F1 Aide</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/records/words.py" />
      <source>Facebook</source>
      <translation>Facebook</translation>
    </message>
    <message>
      <location filename="mdi_desk/cli/database.py" />
      <source>Family name</source>
      <translation>Nom de famille</translation>
    </message>
    <message>
      <location filename="mdi_desk/cli/database.py" />
      <source>Family name.</source>
      <translation>Nom de famille.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/courses.py" />
      <source>Featured</source>
      <translation>À la une</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit_words.py" />
      <source>Featured: shown first on the website</source>
      <translation>À la une : en tête sur le site web</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit.py" />
      <source>Field</source>
      <translation>Champ</translation>
    </message>
    <message>
      <location filename="mdi_desk/cli/database.py" />
      <source>Fill a new, empty instance from a backup file.</source>
      <translation>Remplit une instance nouvelle et vide depuis une sauvegarde.</translation>
    </message>
    <message>
      <location filename="mdi_desk/cli/database.py" />
      <source>Fill it with the sample institute.</source>
      <translation>La remplir avec l’institut d’exemple.</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/actions.py" />
      <source>Filter</source>
      <translation>Filtrer</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/roster.py" />
      <source>Filter by name</source>
      <translation>Filtrer par nom</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/classes.py" />
      <source>Find a class</source>
      <translation>Trouver un cours</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/courses.py" />
      <source>Find a course</source>
      <translation>Trouver une formation</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/people.py" />
      <source>Find a person</source>
      <translation>Trouver une personne</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/window.py" />
      <source>Find a person, order or code, or type a command</source>
      <translation>Personne, commande, code ou action</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/accounts.py" />
      <source>Find an account</source>
      <translation>Trouver un compte</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/instructors.py" />
      <source>Find an instructor</source>
      <translation>Trouver un instructeur</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/window.py" />
      <source>Find anything</source>
      <translation>Tout chercher</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/instructor_form.py" />
      <source>Find the person first.</source>
      <translation>Trouvez d’abord la personne.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/catalogue.py" />
      <source>First aid</source>
      <translation>Premiers secours</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit.py" />
      <source>First day</source>
      <translation>Premier jour</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/account_panel.py" />
      <source>First password</source>
      <translation>Premier mot de passe</translation>
    </message>
    <message>
      <location filename="mdi_desk/cli/database.py" />
      <source>First password, shown only now: {password}</source>
      <translation>Premier mot de passe, affiché seulement maintenant : {password}</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/first_password.py" />
      <source>First password: {password}</source>
      <translation>Premier mot de passe : {password}</translation>
    </message>
    <message>
      <location filename="mdi_desk/cli/commands.py" />
      <source>Folder for the pictures, papers and tour.json.</source>
      <translation>Dossier des images, des documents et de tour.json.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/instructor_form.py" />
      <source>For example: Senior instructor</source>
      <translation>Par exemple : instructeur principal</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/course_form.py" />
      <source>For new classes of this course.</source>
      <translation>Pour les nouveaux cours de cette formation.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/ui/capture.py" />
      <source>For someone who can’t write; a witness is named.</source>
      <translation>Pour qui ne peut pas écrire ; un témoin est nommé.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/person_lists.py" />
      <source>Free</source>
      <translation>Gratuit</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/doctor.py" />
      <source>Free some space there, or name another folder in MDI_DESK_DATA.</source>
      <translation>Libérez de la place, ou nommez un autre dossier dans MDI_DESK_DATA.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/specs.py" />
      <source>French</source>
      <translation>Français</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/courses.py" />
      <source>From age {n}</source>
      <translation>Dès {n} ans</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/courses.py" />
      <source>From age {n}, with a guardian from {m}</source>
      <translation>Dès {n} ans, avec un tuteur dès {m} ans</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/people.py" />
      <source>From the search to the list</source>
      <translation>De la recherche à la liste</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/views.py" />
      <source>Front desk</source>
      <translation>Accueil</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/class_panel.py" />
      <source>Full</source>
      <translation>Complet</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/records/words.py" />
      <source>Full name</source>
      <translation>Nom complet</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/database/dictionary.py" />
      <source>Functions</source>
      <translation>Fonctions</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/specs.py" />
      <source>German</source>
      <translation>Allemand</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/sales/ui/pay.py" />
      <source>Give back {money}</source>
      <translation>Rendez {money}</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/sales/ui/pay.py" />
      <source>Given</source>
      <translation>Reçu</translation>
    </message>
    <message>
      <location filename="mdi_desk/cli/database.py" />
      <source>Given name</source>
      <translation>Prénom</translation>
    </message>
    <message>
      <location filename="mdi_desk/cli/database.py" />
      <source>Given name.</source>
      <translation>Prénom.</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/notify.py" />
      <source>Go ahead</source>
      <translation>Continuer</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/formsheet.py" />
      <source>Go on editing</source>
      <translation>Continuer</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/today.py" />
      <source>Go to today</source>
      <translation>Aller à aujourd’hui</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/window.py" />
      <source>Go to {view}</source>
      <translation>Aller à : {view}</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/pdf.py" />
      <source>Good to know</source>
      <translation>Bon à savoir</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/records/words.py" />
      <source>Google</source>
      <translation>Google</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/records/words.py" />
      <source>Grandparent</source>
      <translation>Grand-parent</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/records.py" />
      <source>Guardian</source>
      <translation>Tuteur</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/queries/history.py" />
      <source>Guardian ended</source>
      <translation>Tuteur retiré</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/gate.py" />
      <source>Guardian must sign</source>
      <translation>Un tuteur doit signer</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/panel.py" />
      <source>Guardian of</source>
      <translation>Tuteur de</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/new_person.py" />
      <source>Guardian of this minor</source>
      <translation>Tuteur de ce mineur</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/specs.py" />
      <source>Guardian only</source>
      <translation>Tuteur seulement</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/queries/history.py" />
      <source>Guardian recorded</source>
      <translation>Tuteur inscrit</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/panel.py" />
      <source>Guardian recorded.</source>
      <translation>Tuteur inscrit.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/gate.py" />
      <source>Guardian signs</source>
      <translation>Le tuteur signe</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/roster.py" />
      <source>Guardian to sign</source>
      <translation>Tuteur à signer</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/panel.py" />
      <source>Guardians</source>
      <translation>Tuteurs</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/panel.py" />
      <source>Guardianship ended.</source>
      <translation>Tuteur retiré.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/records/words.py" />
      <source>Guest</source>
      <translation>Invité</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/first_password.py" />
      <source>Hand this to {name}. It is shown only now; at the first sign-in they choose their own.</source>
      <translation>Remettez ceci à {name}. C’est affiché seulement maintenant ; à la première connexion, la personne choisit le sien.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/first_password.py" />
      <source>Handed over</source>
      <translation>C’est remis</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/catalogue.py" />
      <source>Handgun</source>
      <translation>Arme de poing</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit_words.py" />
      <source>Happened</source>
      <translation>Survenu le</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/details.py" />
      <source>Have the document in your hand.</source>
      <translation>Ayez la pièce en main.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/window.py" />
      <source>Help</source>
      <translation>Aide</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/window.py" />
      <source>Help for this view</source>
      <translation>Aide de cette vue</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/actions.py" />
      <source>Here</source>
      <translation>Ici</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/account_panel.py" />
      <source>Here since</source>
      <translation>Là depuis</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/editors.py" />
      <source>Hide password</source>
      <translation>Masquer le mot de passe</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/specs.py" />
      <source>Hindi</source>
      <translation>Hindi</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/person_tabs.py" />
      <source>History</source>
      <translation>Historique</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/records/words.py" />
      <source>Home</source>
      <translation>Domicile</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit_words.py" />
      <source>Hours</source>
      <translation>Heures</translation>
    </message>
    <message>
      <location filename="mdi_desk/cli/commands.py" />
      <source>How large the data are.</source>
      <translation>La taille des données.</translation>
    </message>
    <message>
      <location filename="mdi_desk/cli/database.py" />
      <source>How many people the sample has; 400 unless told.</source>
      <translation>Nombre de personnes de l’exemple ; 400 sans indication.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/records.py" />
      <source>ID check</source>
      <translation>Contrôle d’identité</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/panel.py" />
      <source>Identity</source>
      <translation>Identité</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/records/words.py" />
      <source>Identity checked by</source>
      <translation>Identité vérifiée par</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/records/words.py" />
      <source>Identity checked on</source>
      <translation>Identité vérifiée le</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/person_card.py" />
      <source>Identity document</source>
      <translation>Pièce d’identité</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit_words.py" />
      <source>In one sentence</source>
      <translation>En une phrase</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/course_form.py" />
      <source>In the catalogue</source>
      <translation>Au catalogue</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/pdf.py" />
      <source>Institute</source>
      <translation>Institut</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/records.py" />
      <source>Instructor</source>
      <translation>Instructeur</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/views.py" />
      <source>Instructors</source>
      <translation>Instructeurs</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/people.py" />
      <source>Instructors and staff</source>
      <translation>Instructeurs et personnel</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit_words.py" />
      <source>Instructor’s number</source>
      <translation>Numéro d’instructeur</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/catalogue.py" />
      <source>Intermediate</source>
      <translation>Intermédiaire</translation>
    </message>
    <message>
      <location filename="mdi_desk/cli/__init__.py" />
      <source>Interrupted.</source>
      <translation>Interrompu.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/new_person.py" />
      <source>Is it one of these? Open that card instead of making a second one.</source>
      <translation>Est-ce l’une de ces personnes ? Ouvrez sa fiche plutôt que d’en créer une seconde.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/records/words.py" />
      <source>Issued by (country)</source>
      <translation>Délivré par (pays)</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/details.py" />
      <source>It decides who may take part. Look at a document; later only a manager can change it.</source>
      <translation>Elle décide qui peut participer. Regardez une pièce d’identité ; ensuite, seul un responsable peut la modifier.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/details.py" />
      <source>It decides who may take part. {name} was recorded as born on {day}.</source>
      <translation>Elle décide qui peut participer. {name} : naissance inscrite au {day}.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/details.py" />
      <source>It goes from the card; the history keeps that it was there.</source>
      <translation>Elle quitte la fiche ; l’historique garde qu’elle y était.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/specs.py" />
      <source>It is written into the audit.</source>
      <translation>Il est inscrit dans l’audit.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/person_waivers.py" />
      <source>It no longer counts, and the person has to sign again. The paper stays on file.</source>
      <translation>Elle ne compte plus et la personne doit signer de nouveau. Le document reste au dossier.</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/notify.py" />
      <source>It says where in the program it happened, and nothing about any person.</source>
      <translation>Il dit où cela s’est produit dans le programme, et rien sur personne.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/doctor.py" />
      <source>It starts with the desk, or with: desk db serve</source>
      <translation>Elle démarre avec le poste, ou avec : desk db serve</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/specs.py" />
      <source>Italian</source>
      <translation>Italien</translation>
    </message>
    <message>
      <location filename="mdi_desk/cli/database.py" />
      <source>Its logins and passwords are in {file}.</source>
      <translation>Ses identifiants et mots de passe sont dans {file}.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/specs.py" />
      <source>Japanese</source>
      <translation>Japonais</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/account_form.py" />
      <source>Jobs</source>
      <translation>Fonctions</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/accounts.py" />
      <source>Jobs of the chosen account</source>
      <translation>Fonctions du compte choisi</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/person_card.py" />
      <source>Just a moment.</source>
      <translation>Un instant.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/today_cards.py" />
      <source>Just now</source>
      <translation>À l’instant</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/classes.py" />
      <source>Keep class</source>
      <translation>Garder le cours</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/check_in_deeds.py" />
      <source>Keep it</source>
      <translation>Garder</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/forms.py" />
      <source>Keep mine</source>
      <translation>Garder la mienne</translation>
    </message>
    <message>
      <location filename="mdi_desk/cli/database.py" />
      <source>Keep the embedded server up until Ctrl-C; sample when new.</source>
      <translation>Garde le serveur intégré en marche jusqu’à Ctrl-C ; avec l’exemple s’il est nouveau.</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/helping.py" />
      <source>Keys</source>
      <translation>Touches</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit.py" />
      <source>Kind</source>
      <translation>Type</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/specs.py" />
      <source>Korean</source>
      <translation>Coréen</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/panel.py" />
      <source>Language</source>
      <translation>Langue</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/records/words.py" />
      <source>Language and region</source>
      <translation>Langue et région</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/widgets/shell.py" />
      <source>Language: {code}</source>
      <translation>Langue : {code}</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit.py" />
      <source>Last 31 days</source>
      <translation>31 derniers jours</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit.py" />
      <source>Last 7 days</source>
      <translation>7 derniers jours</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/panel.py" />
      <source>Last changed</source>
      <translation>Dernière modification</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit.py" />
      <source>Last day</source>
      <translation>Dernier jour</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/account_panel.py" />
      <source>Last sign-in</source>
      <translation>Dernière connexion</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/lines.py" />
      <source>Late</source>
      <translation>En retard</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/ui/capture.py" />
      <source>Leave</source>
      <translation>Quitter</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/ui/capture.py" />
      <source>Leave without signing?</source>
      <translation>Quitter sans signer ?</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/lines.py" />
      <source>Left</source>
      <translation>Parti</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/check_in_facts.py" />
      <source>Left early</source>
      <translation>Parti avant la fin</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/check_in_card.py" />
      <source>Left early (G)</source>
      <translation>Parti avant la fin (G)</translation>
    </message>
    <message>
      <location filename="mdi_desk/cli/database.py" />
      <source>Left the database.</source>
      <translation>La base de données est quittée.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/records/words.py" />
      <source>Legal guardian</source>
      <translation>Tuteur légal</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/gate.py" />
      <source>Let in</source>
      <translation>Admettre</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/check_in_card.py" />
      <source>Let in before payment …</source>
      <translation>Admettre avant paiement…</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/person_lists.py" />
      <source>Let the person sign before the first class.</source>
      <translation>Faites signer la personne avant son premier cours.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/sales/ui/pay.py" />
      <source>Let the terminal take the money first. Never type a card number here.</source>
      <translation>Passez d’abord la carte au terminal. Ne tapez jamais un numéro de carte ici.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/check_in_deeds.py" />
      <source>Let {name} in all the same?</source>
      <translation>Admettre {name} malgré tout ?</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/check_in_deeds.py" />
      <source>Let {name} in before payment?</source>
      <translation>Admettre {name} avant paiement ?</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit_words.py" />
      <source>Level</source>
      <translation>Niveau</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/window.py" />
      <source>Light colours</source>
      <translation>Couleurs claires</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/tables.py" />
      <source>List</source>
      <translation>Liste</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/notify.py" />
      <source>Load theirs</source>
      <translation>Charger la leur</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/window.py" />
      <source>Lock the desk</source>
      <translation>Verrouiller le poste</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/signin.py" />
      <source>Locked</source>
      <translation>Verrouillé</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/signin.py" />
      <source>Locked · {n} operation waits</source>
      <translation>Verrouillé · {n} opération attend</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/signin.py" />
      <source>Locked · {n} operations wait</source>
      <translation>Verrouillé · {n} opérations attendent</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/actions.py" />
      <source>Look again</source>
      <translation>Regarder de nouveau</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/today.py" />
      <source>Look at another day, or ask a manager to plan a class.</source>
      <translation>Regardez un autre jour, ou demandez à un responsable de planifier un cours.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/seat.py" />
      <source>Look at it and decide.</source>
      <translation>Regardez et décidez.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/classes.py" />
      <source>Look in another week with the arrows.</source>
      <translation>Regardez une autre semaine avec les flèches.</translation>
    </message>
    <message>
      <location filename="mdi_desk/cli/commands.py" />
      <source>Look the codes up as this login.</source>
      <translation>Rechercher les codes avec cet identifiant.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/doctor.py" />
      <source>Looking at the database</source>
      <translation>Examen de la base de données</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/doctor.py" />
      <source>Looking at what is installed</source>
      <translation>Examen de l’installation</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/roster.py" />
      <source>Looking …</source>
      <translation>Recherche…</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/records/words.py" />
      <source>Looks alike</source>
      <translation>Se ressemble</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/course_form.py" />
      <source>Lower numbers come first.</source>
      <translation>Les plus petits nombres viennent en premier.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/doctor.py" />
      <source>MDI Desk</source>
      <translation>MDI Desk</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/database/place.py" />
      <source>MDI_DESK_DATABASE_URL is not understood; write it like postgresql://postgres@server.example.org/mdi.</source>
      <translation>MDI_DESK_DATABASE_URL est incompréhensible ; écrivez-la comme postgresql://postgres@server.example.org/mdi.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/database/opening.py" />
      <source>MDI_DESK_DATABASE_URL names a server elsewhere; there is nothing to serve here.</source>
      <translation>MDI_DESK_DATABASE_URL désigne un serveur distant ; il n’y a rien à servir ici.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/config.py" />
      <source>MDI_DESK_LANGUAGE is {value!r}; it may be en or fr.</source>
      <translation>MDI_DESK_LANGUAGE vaut {value!r} ; les valeurs possibles sont en et fr.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/config.py" />
      <source>MDI_DESK_THEME is {value!r}; it may be light, dark or system.</source>
      <translation>MDI_DESK_THEME vaut {value!r} ; les valeurs possibles sont light, dark et system.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit_words.py" />
      <source>Made an account for {name}</source>
      <translation>Compte créé : {name}</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/account_panel.py" />
      <source>Made on</source>
      <translation>Créé le</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit_words.py" />
      <source>Made the class {name}</source>
      <translation>Cours créé : {name}</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/records/words.py" />
      <source>Main address</source>
      <translation>Adresse principale</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/class_form.py" />
      <source>Make class</source>
      <translation>Créer le cours</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/course_form.py" />
      <source>Make course</source>
      <translation>Créer</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/instructor_form.py" />
      <source>Make instructor</source>
      <translation>Créer</translation>
    </message>
    <message>
      <location filename="mdi_desk/cli/database.py" />
      <source>Make the database: empty, or with --sample a sample institute.</source>
      <translation>Crée la base de données : vide, ou avec --sample un institut d’exemple.</translation>
    </message>
    <message>
      <location filename="mdi_desk/cli/database.py" />
      <source>Make the first account that may manage accounts.</source>
      <translation>Crée le premier compte qui peut gérer les comptes.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/people.py" />
      <source>Make the first person’s card.</source>
      <translation>Créez la fiche de la première personne.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/ui/capture.py" />
      <source>Make the mark in the box.</source>
      <translation>Faites la marque dans le cadre.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/embedded/server.py" />
      <source>Making the database. This happens once.</source>
      <translation>Création de la base de données. Une seule fois.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/migrate.py" />
      <source>Making the roles</source>
      <translation>Création des rôles</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/migrate.py" />
      <source>Making the tables</source>
      <translation>Création des tables</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/records.py" />
      <source>Manager</source>
      <translation>Responsable</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/lines.py" />
      <source>Mark taken back</source>
      <translation>Mention retirée</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/pdf.py" />
      <source>Mark witnessed by</source>
      <translation>Témoin de la marque</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit_words.py" />
      <source>Marked {name}</source>
      <translation>Présence notée : {name}</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/account_form.py" />
      <source>May stay empty: the first password is handed over here.</source>
      <translation>Peut rester vide : le premier mot de passe se remet ici.</translation>
    </message>
    <message>
      <location filename="mdi_desk/cli/commands.py" />
      <source>Measure check-in, roster, search or start against a floor.</source>
      <translation>Mesure enregistrement, liste, recherche ou démarrage face à un plancher.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/records/words.py" />
      <source>Messages by SMS</source>
      <translation>Messages par SMS</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/records/words.py" />
      <source>Messages by WhatsApp</source>
      <translation>Messages par WhatsApp</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/records/words.py" />
      <source>Messages by e-mail</source>
      <translation>Messages par e-mail</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit_words.py" />
      <source>Minimum age</source>
      <translation>Âge minimum</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/person_card.py" />
      <source>Minor</source>
      <translation>Mineur</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/gate.py" />
      <source>Minor, with a guardian</source>
      <translation>Mineur, avec un tuteur</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/calendar.py" />
      <source>Month after</source>
      <translation>Mois suivant</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/calendar.py" />
      <source>Month before</source>
      <translation>Mois précédent</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/check_in_card.py" />
      <source>More to do for this person</source>
      <translation>Autres actions pour cette personne</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit_words.py" />
      <source>Must choose a password</source>
      <translation>Doit choisir un mot de passe</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit_words.py" />
      <source>Name</source>
      <translation>Nom</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/engine.py" />
      <source>Name either this computer or servers of the network, not both.</source>
      <translation>Nommez soit cet ordinateur, soit des serveurs du réseau, pas les deux.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/class_form.py" />
      <source>Name of the place</source>
      <translation>Nom du lieu</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/ui/capture.py" />
      <source>Name of the witness who saw the mark being made</source>
      <translation>Nom du témoin qui a vu faire la marque</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/ui/guardian.py" />
      <source>Name or phone of the guardian</source>
      <translation>Nom ou téléphone du tuteur</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/guardian.py" />
      <source>Name, phone or e-mail</source>
      <translation>Nom, téléphone ou e-mail</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/first_password.py" />
      <source>Name: {name}</source>
      <translation>Nom : {name}</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit.py" />
      <source>Narrow the list</source>
      <translation>Réduire la liste</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/records/words.py" />
      <source>National ID card</source>
      <translation>Carte nationale d’identité</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit_words.py" />
      <source>Needed beforehand</source>
      <translation>Prérequis</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/today_cards.py" />
      <source>Needs you</source>
      <translation>À régler</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/pdf.py" />
      <source>Network address</source>
      <translation>Adresse réseau</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/actions.py" />
      <source>New</source>
      <translation>Nouveau</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/account_form.py" />
      <source>New account</source>
      <translation>Nouveau compte</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/class_form.py" />
      <source>New class</source>
      <translation>Nouveau cours</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/course_form.py" />
      <source>New course</source>
      <translation>Nouvelle formation</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/instructor_form.py" />
      <source>New instructor</source>
      <translation>Nouvel instructeur</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit_words.py" />
      <source>New order for {name}</source>
      <translation>Nouvelle commande : {name}</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/signin.py" />
      <source>New password</source>
      <translation>Nouveau mot de passe</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/new_person.py" />
      <source>New person</source>
      <translation>Nouvelle personne</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/roster.py" />
      <source>New version</source>
      <translation>Nouvelle version</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/records/words.py" />
      <source>Newsletter</source>
      <translation>Lettre d’information</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/editors.py" />
      <source>No</source>
      <translation>Non</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/accounts.py" />
      <source>No account matches</source>
      <translation>Aucun compte trouvé</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/today.py" />
      <source>No classes on this day</source>
      <translation>Pas de cours ce jour-là</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/classes.py" />
      <source>No classes this week</source>
      <translation>Pas de cours cette semaine</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/seat.py" />
      <source>No connection since {time}. Check-ins, attendance and waivers are kept here and sent later; bookings, payments and changes must wait.</source>
      <translation>Pas de connexion depuis {time}. Enregistrements, présences et décharges sont gardés ici et envoyés plus tard ; réservations, paiements et modifications doivent attendre.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/courses.py" />
      <source>No course matches</source>
      <translation>Aucune formation trouvée</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/courses.py" />
      <source>No courses yet</source>
      <translation>Pas encore de formation</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/panel.py" />
      <source>No document on file.</source>
      <translation>Aucune pièce au dossier.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/ui/guardian.py" />
      <source>No guardian is on file. Ask the front desk to add one.</source>
      <translation>Aucun tuteur au dossier. Demandez à l’accueil d’en ajouter un.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/class_panel.py" />
      <source>No instructor yet</source>
      <translation>Pas encore d’instructeur</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/instructors.py" />
      <source>No instructors yet</source>
      <translation>Pas encore d’instructeur</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/people.py" />
      <source>No longer active</source>
      <translation>Inactifs</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/widgets/shell.py" />
      <source>No new notifications</source>
      <translation>Pas de nouvelle notification</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/person_lists.py" />
      <source>No orders yet</source>
      <translation>Pas encore de commande</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/papers.py" />
      <source>No program for PDF files was found. Save it instead.</source>
      <translation>Aucun programme pour les fichiers PDF n’a été trouvé. Sauvegardez-le plutôt.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/embedded/owner.py" />
      <source>No temporary folder of this computer is open to the account {user}; set TMPDIR to one that is.</source>
      <translation>Aucun dossier temporaire de cet ordinateur n’est ouvert au compte {user} ; indiquez-en un dans TMPDIR.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/courses.py" />
      <source>No waiver</source>
      <translation>Sans décharge</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/person_waivers.py" />
      <source>No waiver is published yet. Ask a manager.</source>
      <translation>Aucune décharge n’est encore publiée. Demandez à un responsable.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/service.py" />
      <source>No waiver is published. Ask a manager.</source>
      <translation>Aucune décharge n’est publiée. Demandez à un responsable.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/gate.py" />
      <source>No waiver needed</source>
      <translation>Décharge non requise</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/person_lists.py" />
      <source>No waiver signed yet</source>
      <translation>Pas encore de décharge signée</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/lines.py" />
      <source>No-show</source>
      <translation>Absent</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/scan.py" />
      <source>Nobody and nothing here has this code.</source>
      <translation>Rien ni personne ici ne porte ce code.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/class_panel.py" />
      <source>Nobody booked</source>
      <translation>Personne d’inscrit</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>Nobody can be their own guardian. Choose somebody else.</source>
      <translation>Personne ne peut être son propre tuteur. Choisissez quelqu’un d’autre.</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/picker.py" />
      <source>Nobody found. Check the spelling, or type fewer letters.</source>
      <translation>Personne trouvé. Vérifiez l’orthographe, ou tapez moins de lettres.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/people.py" />
      <source>Nobody here</source>
      <translation>Personne ici</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/people.py" />
      <source>Nobody here yet</source>
      <translation>Personne ici pour le moment</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/roster.py" />
      <source>Nobody is booked yet</source>
      <translation>Personne n’a encore réservé</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/roster.py" />
      <source>Nobody is booked yet.</source>
      <translation>Personne n’a encore réservé.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/classes.py" />
      <source>Nobody is booked.</source>
      <translation>Personne n’a réservé.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/instructor_form.py" />
      <source>Nobody is on file under this. Add the person in People first.</source>
      <translation>Personne au dossier sous ce nom. Ajoutez d’abord la personne dans Personnes.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/instructors.py" />
      <source>Nobody matches</source>
      <translation>Personne ne correspond</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/people.py" />
      <source>Nobody matches “{typed}”</source>
      <translation>Personne ne correspond à « {typed} »</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/panel.py" />
      <source>None on file.</source>
      <translation>Rien au dossier.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/panel.py" />
      <source>None on file. A guardian signs a minor’s waiver.</source>
      <translation>Aucun au dossier. Un tuteur signe la décharge d’un mineur.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/person_card.py" />
      <source>Not active</source>
      <translation>Inactif</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/instructors.py" />
      <source>Not at present</source>
      <translation>Pas en ce moment</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/person_lists.py" />
      <source>Not booked on any class</source>
      <translation>Inscrit à aucun cours</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/records.py" />
      <source>Not needed</source>
      <translation>Non requise</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/courses.py" />
      <source>Not offered</source>
      <translation>Suspendue</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/gate.py" />
      <source>Not paid</source>
      <translation>Impayé</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/person_lists.py" />
      <source>Not seen</source>
      <translation>Pas venu</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/gate.py" />
      <source>Not today</source>
      <translation>Pas aujourd’hui</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/records/words.py" />
      <source>Notes</source>
      <translation>Notes</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/omnibox.py" />
      <source>Nothing found for “{typed}”. Try fewer letters.</source>
      <translation>Rien trouvé pour « {typed} ». Essayez avec moins de lettres.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/history.py" />
      <source>Nothing happened yet</source>
      <translation>Rien ne s’est encore passé</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit.py" />
      <source>Nothing here</source>
      <translation>Rien ici</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/door.py" />
      <source>Nothing here is real. Choose somebody to try their desk.</source>
      <translation>Rien ici n’est réel. Choisissez quelqu’un pour essayer son poste.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>Nothing is due on this order.</source>
      <translation>Rien n’est dû pour cette commande.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/remedies.py" />
      <source>Nothing is due.</source>
      <translation>Rien n’est dû.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/classes.py" />
      <source>Nothing matches this week</source>
      <translation>Rien ne correspond cette semaine</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/seat.py" />
      <source>Nothing new</source>
      <translation>Rien de nouveau</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/seat.py" />
      <source>Nothing opens for your job yet</source>
      <translation>Rien ne s’ouvre encore pour votre fonction</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/gate.py" />
      <source>Nothing to pay</source>
      <translation>Rien à payer</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/seat.py" />
      <source>Nothing waits; everything is stored on the server.</source>
      <translation>Rien n’attend ; le serveur a tout conservé.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/bench/pixels.py" />
      <source>Nothing was found, so nothing could be painted.</source>
      <translation>Rien n’a été trouvé, donc rien n’a pu être peint.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/seat.py" />
      <source>Notifications</source>
      <translation>Notifications</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/records.py" />
      <source>Now of age</source>
      <translation>Devenu majeur</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit_words.py" />
      <source>Number</source>
      <translation>Numéro</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/gate.py" />
      <source>Of age</source>
      <translation>Âge atteint</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/courses.py" />
      <source>Offered</source>
      <translation>Proposée</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/course_form.py" />
      <source>Offered at present</source>
      <translation>Proposée en ce moment</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/widgets/shell.py" />
      <source>Offline</source>
      <translation>Hors ligne</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/widgets/shell.py" />
      <source>Offline · {n} in the journal</source>
      <translation>Hors ligne · {n} au journal</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/doctor.py" />
      <source>On Debian: apt-get install libgl1 libegl1 libdbus-1-3 libfontconfig1 libglib2.0-0 libxkbcommon0</source>
      <translation>Sur Debian : apt-get install libgl1 libegl1 libdbus-1-3 libfontconfig1 libglib2.0-0 libxkbcommon0</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/panel.py" />
      <source>On file since</source>
      <translation>Au dossier depuis</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/panel.py" />
      <source>On file, sealed</source>
      <translation>Au dossier, scellé</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>Only a guardian who is already recorded for this person can sign here. Ask the front desk to record the guardian first.</source>
      <translation>Seul un tuteur déjà inscrit pour cette personne peut signer ici. Demandez d’abord à l’accueil d’inscrire le tuteur.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/service/training.py" />
      <source>Only a manager can override the gate.</source>
      <translation>Seul un responsable peut déroger au contrôle d’accès.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/person_card.py" />
      <source>Only a manager changes a birth date.</source>
      <translation>Seul un responsable modifie une date de naissance.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/person_card.py" />
      <source>Only a minor has guardians.</source>
      <translation>Seul un mineur a des tuteurs.</translation>
    </message>
    <message>
      <location filename="mdi_desk/cli/commands.py" />
      <source>Only decode; ask no database.</source>
      <translation>Lire seulement ; sans interroger la base.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>Only one address can be the usual one.</source>
      <translation>Une seule adresse peut être la principale.</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/tables.py" />
      <source>Only the first {n} are shown. Narrow your search to see the rest.</source>
      <translation>Seuls les {n} premiers sont affichés. Précisez votre recherche pour voir le reste.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/specs.py" />
      <source>Only when it isn’t given name and family name, in this order.</source>
      <translation>Seulement si ce n’est pas prénom et nom, dans cet ordre.</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/papers.py" />
      <source>Open</source>
      <translation>Ouvrir</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/person_lists.py" />
      <source>Open a class and press Ctrl+N there to add somebody to it.</source>
      <translation>Ouvrez un cours et appuyez sur Ctrl+N pour y ajouter quelqu’un.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/accounts.py" />
      <source>Open desks of {name} lock at once. Nothing is deleted; the account can be enabled again.</source>
      <translation>Les postes ouverts de {name} se verrouillent aussitôt. Rien n’est effacé ; le compte peut être réactivé.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/accounts.py" />
      <source>Open desks of {name} lock at once. What waits in their journal stays there and is sent at the next sign-in.</source>
      <translation>Les postes ouverts de {name} se verrouillent aussitôt. Ce qui attend dans leur journal y reste et part à la prochaine connexion.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/check_in_card.py" />
      <source>Open order {number}</source>
      <translation>Ouvrir la commande {number}</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/classes.py" />
      <source>Open roster</source>
      <translation>Ouvrir la liste</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/people.py" />
      <source>Open the card</source>
      <translation>Ouvrir la fiche</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/courses.py" />
      <source>Open the course</source>
      <translation>Ouvrir la formation</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/instructors.py" />
      <source>Open the instructor</source>
      <translation>Ouvrir l’instructeur</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/person_card.py" />
      <source>Open the line</source>
      <translation>Ouvrir la ligne</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/check_in_card.py" />
      <source>Open the person’s card</source>
      <translation>Ouvrir la fiche de la personne</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/classes.py" />
      <source>Open the roster</source>
      <translation>Ouvrir la liste</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/new_person.py" />
      <source>Open {name}</source>
      <translation>Ouvrir {name}</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/bench/roster.py" />
      <source>Opening the class as {job}</source>
      <translation>Ouverture du cours en tant que {job}</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/door.py" />
      <source>Opening the institute…</source>
      <translation>Ouverture de l’institut…</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/pdf.py" />
      <source>Operation</source>
      <translation>Opération</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/person_lists.py" />
      <source>Order</source>
      <translation>Commande</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/records.py" />
      <source>Order line</source>
      <translation>Ligne de commande</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/sales/ui/order.py" />
      <source>Order {number}</source>
      <translation>Commande {number}</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/finder.py" />
      <source>Orders</source>
      <translation>Commandes</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/records/words.py" />
      <source>Other</source>
      <translation>Autre</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/class_panel.py" />
      <source>Over · {n} came</source>
      <translation>Terminé · venus : {n}</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/check_in_deeds.py" />
      <source>Override and check in</source>
      <translation>Déroger et enregistrer</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/check_in_card.py" />
      <source>Override …</source>
      <translation>Déroger…</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/records/words.py" />
      <source>Own code</source>
      <translation>Code propre</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit_words.py" />
      <source>Own price</source>
      <translation>Prix propre</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/papers.py" />
      <source>PDF ({kinds})</source>
      <translation>PDF ({kinds})</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/doctor.py" />
      <source>Packages</source>
      <translation>Paquets</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/doctor.py" />
      <source>Packages missing</source>
      <translation>Paquets manquants</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/doctor.py" />
      <source>Packages out of date</source>
      <translation>Paquets périmés</translation>
    </message>
    <message>
      <location filename="mdi_desk/kernel/pdf.py" />
      <source>Page {page} of {pages}</source>
      <translation>Page {page} sur {pages}</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/person_lists.py" />
      <source>Paid</source>
      <translation>Payé</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit_words.py" />
      <source>Paid by</source>
      <translation>Moyen de paiement</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/sales/ui/order.py" />
      <source>Paid too much</source>
      <translation>Trop payé</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/bench/roster.py" />
      <source>Painting the roster</source>
      <translation>Affichage de la liste</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/records/words.py" />
      <source>Parent</source>
      <translation>Parent</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/pdf.py" />
      <source>Participant</source>
      <translation>Participant</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/records/words.py" />
      <source>Partner</source>
      <translation>Partenaire</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/records.py" />
      <source>Partner owner</source>
      <translation>Gérant partenaire</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/records.py" />
      <source>Partner staff</source>
      <translation>Personnel partenaire</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/records/words.py" />
      <source>Passport</source>
      <translation>Passeport</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/signin.py" />
      <source>Password</source>
      <translation>Mot de passe</translation>
    </message>
    <message>
      <location filename="mdi_desk/cli/commands.py" />
      <source>Password of {login}: </source>
      <translation>Mot de passe de {login} : </translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit_words.py" />
      <source>Password set</source>
      <translation>Mot de passe choisi le</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/doctor.py" />
      <source>Password store</source>
      <translation>Coffre à mots de passe</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/doctor.py" />
      <source>Passwords are typed at every sign-in; nothing is remembered.</source>
      <translation>Le mot de passe est saisi à chaque connexion ; rien n’est mémorisé.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/person_lists.py" />
      <source>Payment</source>
      <translation>Paiement</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/lines.py" />
      <source>Payment taken</source>
      <translation>Paiement encaissé</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/check_in_facts.py" />
      <source>Pending</source>
      <translation>En attente</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/check_in_facts.py" />
      <source>Pending: {mark}</source>
      <translation>En attente : {mark}</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/finder.py" />
      <source>People</source>
      <translation>Personnes</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>People are booked in this class, so it stays with its course. Make a new class.</source>
      <translation>Des personnes ont réservé ce cours : il garde sa formation. Créez un nouveau cours.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/person_card.py" />
      <source>Person</source>
      <translation>Personne</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit.py" />
      <source>Person or reason</source>
      <translation>Personne ou motif</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/people.py" />
      <source>Person, by family name</source>
      <translation>Personne, par nom de famille</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/finder.py" />
      <source>Person’s own code</source>
      <translation>Code propre à la personne</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/account_form.py" />
      <source>Phone</source>
      <translation>Téléphone</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/records/words.py" />
      <source>Photo</source>
      <translation>Photo</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit_words.py" />
      <source>Photo (web address)</source>
      <translation>Photo (adresse web)</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit_words.py" />
      <source>Picture (web address)</source>
      <translation>Image (adresse web)</translation>
    </message>
    <message>
      <location filename="mdi_desk/cli/commands.py" />
      <source>Picture files.</source>
      <translation>Fichiers d’images.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/records/words.py" />
      <source>Picture of the document</source>
      <translation>Image de la pièce</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/seat.py" />
      <source>Pictures ({kinds})</source>
      <translation>Images ({kinds})</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/records.py" />
      <source>Place</source>
      <translation>Lieu</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit_words.py" />
      <source>Place in the list</source>
      <translation>Rang dans la liste</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit_words.py" />
      <source>Place’s number</source>
      <translation>Numéro de lieu</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/today.py" />
      <source>Plan a class</source>
      <translation>Planifier un cours</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/today.py" />
      <source>Plan one under Classes, or look at another day.</source>
      <translation>Planifiez-en un sous Cours, ou regardez un autre jour.</translation>
    </message>
    <message>
      <location filename="mdi_desk/cli/commands.py" />
      <source>Play a whole working day into a folder; needs no screen.</source>
      <translation>Joue toute une journée de travail dans un dossier ; sans écran.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/pdf.py" />
      <source>Please bring</source>
      <translation>À apporter</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/forms.py" />
      <source>Please look at the marked fields.</source>
      <translation>Regardez les champs marqués.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/specs.py" />
      <source>Polish</source>
      <translation>Polonais</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/specs.py" />
      <source>Portuguese</source>
      <translation>Portugais</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/records/words.py" />
      <source>Postal code</source>
      <translation>Code postal</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/database/place.py" />
      <source>Preparing the database ({percent} %)</source>
      <translation>Préparation de la base de données ({percent} %)</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/lines.py" />
      <source>Present</source>
      <translation>Présent</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/check_in_card.py" />
      <source>Present all the time</source>
      <translation>Présent tout le temps</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/instructors.py" />
      <source>Press Ctrl+N to make a person an instructor.</source>
      <translation>Appuyez sur Ctrl+N pour faire d’une personne un instructeur.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/classes.py" />
      <source>Press Ctrl+N to make one, or look in another week.</source>
      <translation>Appuyez sur Ctrl+N pour en créer un, ou regardez une autre semaine.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/courses.py" />
      <source>Press Ctrl+N to make the first one.</source>
      <translation>Appuyez sur Ctrl+N pour créer la première.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit_words.py" />
      <source>Price</source>
      <translation>Prix</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/course_form.py" />
      <source>Price and length</source>
      <translation>Prix et durée</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit_words.py" />
      <source>Price for members</source>
      <translation>Prix pour les membres</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/ticket.py" />
      <source>Print</source>
      <translation>Imprimer</translation>
    </message>
    <message>
      <location filename="mdi_desk/cli/database.py" />
      <source>Print it as JSON, with the sample's accounts.</source>
      <translation>Afficher en JSON, avec les comptes de l’exemple.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/first_password.py" />
      <source>Print slip</source>
      <translation>Imprimer</translation>
    </message>
    <message>
      <location filename="mdi_desk/cli/commands.py" />
      <source>Print the findings as JSON.</source>
      <translation>Afficher les constats en JSON.</translation>
    </message>
    <message>
      <location filename="mdi_desk/cli/database.py" />
      <source>Print what tables and columns mean, as Markdown.</source>
      <translation>Affiche en Markdown ce que veulent dire tables et colonnes.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit_words.py" />
      <source>Provided here</source>
      <translation>Fourni ici</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/records/words.py" />
      <source>Public profile</source>
      <translation>Profil public</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit_words.py" />
      <source>Put {name} on file</source>
      <translation>Fiche créée : {name}</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/doctor.py" />
      <source>Python</source>
      <translation>Python</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/ticket.py" />
      <source>QR code {code}</source>
      <translation>Code QR {code}</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/doctor.py" />
      <source>Qt</source>
      <translation>Qt</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/pdf.py" />
      <source>Questions?</source>
      <translation>Des questions ?</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/window.py" />
      <source>Read a code from a picture</source>
      <translation>Lire un code dans une image</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/seat.py" />
      <source>Read from the picture: {name}</source>
      <translation>Lu dans l’image : {name}</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/ui/capture.py" />
      <source>Read the text to its end first.</source>
      <translation>Lisez d’abord le texte jusqu’au bout.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/account_panel.py" />
      <source>Reason</source>
      <translation>Motif</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit_words.py" />
      <source>Reason of cancelling</source>
      <translation>Motif d’annulation</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit_words.py" />
      <source>Reason of disabling</source>
      <translation>Motif de désactivation</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit_words.py" />
      <source>Reason of letting in unpaid</source>
      <translation>Motif d’admission sans paiement</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit_words.py" />
      <source>Reason of revoking</source>
      <translation>Motif de révocation</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit_words.py" />
      <source>Reason of the exception</source>
      <translation>Motif de dérogation</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit_words.py" />
      <source>Reason of undoing</source>
      <translation>Motif du retrait</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit_words.py" />
      <source>Reason: {why}</source>
      <translation>Motif : {why}</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/widgets/shell.py" />
      <source>Reconnecting · {n} in the journal</source>
      <translation>Reconnexion · {n} au journal</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/widgets/shell.py" />
      <source>Reconnecting…</source>
      <translation>Reconnexion…</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit_words.py" />
      <source>Recorded</source>
      <translation>Inscrit le</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit_words.py" />
      <source>Reference</source>
      <translation>Référence</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/sales/ui/pay.py" />
      <source>Reference on the terminal’s slip</source>
      <translation>Référence sur le ticket du terminal</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/window.py" />
      <source>Refresh</source>
      <translation>Actualiser</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/check_in_facts.py" />
      <source>Refused</source>
      <translation>Refusé</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/seat.py" />
      <source>Refused by the server: {what}. {why}</source>
      <translation>Refusé par le serveur : {what}. {why}</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/records/words.py" />
      <source>Relationship</source>
      <translation>Lien</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/signin.py" />
      <source>Remember on this computer</source>
      <translation>Mémoriser sur cet ordinateur</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/details.py" />
      <source>Remove</source>
      <translation>Supprimer</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/details.py" />
      <source>Remove this address?</source>
      <translation>Supprimer cette adresse ?</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/records.py" />
      <source>Removed</source>
      <translation>Suppression</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/panel.py" />
      <source>Replace</source>
      <translation>Remplacer</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/details.py" />
      <source>Replace the identity document</source>
      <translation>Remplacer la pièce d’identité</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/notify.py" />
      <source>Report</source>
      <translation>Rapport</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/notify.py" />
      <source>Report {number}</source>
      <translation>Rapport {number}</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/accounts.py" />
      <source>Reset password</source>
      <translation>Réinitialiser</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/accounts.py" />
      <source>Reset the password of {name}?</source>
      <translation>Réinitialiser le mot de passe de {name} ?</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/database/copies.py" />
      <source>Restoring the data</source>
      <translation>Restauration des données</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/database/copies.py" />
      <source>Restoring the logins</source>
      <translation>Restauration des comptes</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/omnibox.py" />
      <source>Results</source>
      <translation>Résultats</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/database/dictionary.py" />
      <source>Revision {revision}.</source>
      <translation>Révision {revision}.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/pdf.py" />
      <source>Revoked</source>
      <translation>Révoquée</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/catalogue.py" />
      <source>Rifle</source>
      <translation>Carabine</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/records/words.py" />
      <source>Role</source>
      <translation>Rôle</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/roster.py" />
      <source>Roster</source>
      <translation>Liste</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit_words.py" />
      <source>Rounds of ammunition</source>
      <translation>Cartouches</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/pdf.py" />
      <source>SHA-256 of the evidence</source>
      <translation>SHA-256 de la preuve</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/pdf.py" />
      <source>SHA-256 of the samples</source>
      <translation>SHA-256 des points</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/pdf.py" />
      <source>SHA-256 of the text</source>
      <translation>SHA-256 du texte</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/panel.py" />
      <source>SMS</source>
      <translation>SMS</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/check_in_facts.py" />
      <source>Safe on this computer, not confirmed yet. It is sent again by itself.</source>
      <translation>En sûreté sur cet ordinateur, pas encore confirmé. L’envoi recommence de lui-même.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/records.py" />
      <source>Sales</source>
      <translation>Ventes</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/records/words.py" />
      <source>Same e-mail</source>
      <translation>Même e-mail</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/records/words.py" />
      <source>Same name</source>
      <translation>Même nom</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/records/words.py" />
      <source>Same name and birth date</source>
      <translation>Mêmes nom et date de naissance</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/records/words.py" />
      <source>Same phone</source>
      <translation>Même téléphone</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/door.py" />
      <source>Sample institute</source>
      <translation>Institut d’exemple</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/pdf.py" />
      <source>Samples of the pen</source>
      <translation>Points du stylet</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/edit_person.py" />
      <source>Save</source>
      <translation>Sauvegarder</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/ticket.py" />
      <source>Save PDF</source>
      <translation>PDF</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/details.py" />
      <source>Save address</source>
      <translation>Sauvegarder</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/signin.py" />
      <source>Save and go on</source>
      <translation>Valider et continuer</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/details.py" />
      <source>Save birth date</source>
      <translation>Sauvegarder</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/class_form.py" />
      <source>Save class</source>
      <translation>Sauvegarder</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/course_form.py" />
      <source>Save course</source>
      <translation>Sauvegarder</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/guardian.py" />
      <source>Save guardian</source>
      <translation>Sauvegarder</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/instructor_form.py" />
      <source>Save instructor</source>
      <translation>Sauvegarder</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/account_form.py" />
      <source>Save jobs</source>
      <translation>Sauvegarder</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/seat.py" />
      <source>Save or close what you are typing first, then scan again.</source>
      <translation>Sauvegardez ou fermez d’abord votre saisie, puis scannez de nouveau.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/new_person.py" />
      <source>Save person</source>
      <translation>Sauvegarder</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/papers.py" />
      <source>Save the PDF</source>
      <translation>Sauvegarder le PDF</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/forms.py" />
      <source>Save this choice</source>
      <translation>Sauvegarder ce choix</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/papers.py" />
      <source>Saved as {name}</source>
      <translation>Sauvegardé sous {name}</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/account_form.py" />
      <source>Saved at this station. It is done as soon as the server answers again.</source>
      <translation>Conservé à ce poste. Ce sera fait dès que le serveur répondra.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/service/effects.py" />
      <source>Saved at this station. It is sent as soon as the server answers again.</source>
      <translation>Conservé à ce poste. L’envoi se fait dès que le serveur répond.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/person_card.py" />
      <source>Saved here; the server confirms it later.</source>
      <translation>Conservé ici ; le serveur confirmera plus tard.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>Saved, but the second server has not confirmed it yet. The desk keeps asking.</source>
      <translation>Conservé, mais le second serveur ne l’a pas encore confirmé. Le poste continue de demander.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/panel.py" />
      <source>Saved.</source>
      <translation>Sauvegardé.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/ui/capture.py" />
      <source>Saving …</source>
      <translation>Sauvegarde…</translation>
    </message>
    <message>
      <location filename="mdi_desk/cli/database.py" />
      <source>Say how to reach the running database.</source>
      <translation>Dit comment joindre la base de données en marche.</translation>
    </message>
    <message>
      <location filename="mdi_desk/cli/commands.py" />
      <source>Say what is installed, reachable and out of date.</source>
      <translation>Dit ce qui est installé, joignable et périmé.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/service/catalogue.py" />
      <source>Say where the class is held.</source>
      <translation>Dites où le cours a lieu.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/doctor.py" />
      <source>Scanners and pictures work without it; pip install mdi-desk[camera] adds it.</source>
      <translation>Lecteurs et images fonctionnent sans elle ; pip install mdi-desk[camera] l’ajoute.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/pdf.py" />
      <source>Screen</source>
      <translation>Écran</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/pdf.py" />
      <source>Scrolled to the end</source>
      <translation>Parcouru jusqu’au bout</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/details.py" />
      <source>Seal and save</source>
      <translation>Sceller et sauvegarder</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/specs.py" />
      <source>Sealed when you save. No desk can read it again, only replace it.</source>
      <translation>Scellé à la sauvegarde. Aucun poste ne peut le relire, seulement le remplacer.</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/widgets/blocks.py" />
      <source>Search</source>
      <translation>Chercher</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit_words.py" />
      <source>Seat</source>
      <translation>Place</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/gate.py" />
      <source>Seat {seat}</source>
      <translation>Place {seat}</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/gate.py" />
      <source>Seat {seat} of {capacity}</source>
      <translation>Place {seat} sur {capacity}</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit_words.py" />
      <source>Seats</source>
      <translation>Places</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/doctor.py" />
      <source>Secret file</source>
      <translation>Fichier secret</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/catalogue.py" />
      <source>Security</source>
      <translation>Sécurité</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/seat.py" />
      <source>Sending again. What waits is safe on this computer.</source>
      <translation>L’envoi reprend. Ce qui attend est en sûreté sur cet ordinateur.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/sales/ui/pay.py" />
      <source>Sending …</source>
      <translation>Envoi…</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/papers.py" />
      <source>Sent to {printer}.</source>
      <translation>Envoyé à {printer}.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/doctor.py" />
      <source>Server</source>
      <translation>Serveur</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/signin.py" />
      <source>Server address</source>
      <translation>Adresse du serveur</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/pdf.py" />
      <source>Server's clock</source>
      <translation>Horloge du serveur</translation>
    </message>
    <message>
      <location filename="mdi_desk/cli/commands.py" />
      <source>Set up and pass the tests (--help says which there are).</source>
      <translation>Prépare et passe les tests (--help dit lesquels il y a).</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/records.py" />
      <source>Setting</source>
      <translation>Réglage</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit_words.py" />
      <source>Short name</source>
      <translation>Nom court</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/window.py" />
      <source>Shortcuts of this view</source>
      <translation>Raccourcis de cette vue</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/catalogue.py" />
      <source>Shotgun</source>
      <translation>Fusil de chasse</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/panel.py" />
      <source>Show all fields</source>
      <translation>Afficher tous les champs</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/today_cards.py" />
      <source>Show all {n}</source>
      <translation>Tout afficher ({n})</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/panel.py" />
      <source>Show less</source>
      <translation>Afficher moins</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/editors.py" />
      <source>Show password</source>
      <translation>Afficher le mot de passe</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/signin.py" />
      <source>Show the password</source>
      <translation>Afficher le mot de passe</translation>
    </message>
    <message>
      <location filename="mdi_desk/cli/commands.py" />
      <source>Show the version and leave.</source>
      <translation>Afficher la version et quitter.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/pdf.py" />
      <source>Show this code, on paper or on your phone. Come 15 minutes early: there may be a form to sign.</source>
      <translation>Montrez ce code, sur papier ou sur votre téléphone. Venez 15 minutes en avance : il peut y avoir un document à signer.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/ui/capture.py" />
      <source>Sign and finish</source>
      <translation>Signer et terminer</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/signin.py" />
      <source>Sign in</source>
      <translation>Se connecter</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/ui/capture.py" />
      <source>Sign in the box, as on paper</source>
      <translation>Signez dans le cadre, comme sur papier</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/ui/capture.py" />
      <source>Sign in the box.</source>
      <translation>Signez dans le cadre.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/roster.py" />
      <source>Sign the waiver</source>
      <translation>Faire signer la décharge</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/gate.py" />
      <source>Sign the waiver first</source>
      <translation>Faites d’abord signer la décharge</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/person_card.py" />
      <source>Sign waiver</source>
      <translation>Faire signer</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/ui/capture.py" />
      <source>Sign with a mark</source>
      <translation>Par une marque</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/records.py" />
      <source>Sign-in</source>
      <translation>Connexion</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/signature.py" />
      <source>Signature box</source>
      <translation>Cadre de signature</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/pdf.py" />
      <source>Signature number</source>
      <translation>Numéro de signature</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/person_lists.py" />
      <source>Signed</source>
      <translation>Signé</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/pdf.py" />
      <source>Signed by</source>
      <translation>Signé par</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/account_panel.py" />
      <source>Signed in</source>
      <translation>Connecté</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit_words.py" />
      <source>Signed name</source>
      <translation>Nom signé</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit_words.py" />
      <source>Signed out</source>
      <translation>Déconnexion</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/records.py" />
      <source>Signed waiver</source>
      <translation>Décharge signée</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/pdf.py" />
      <source>Signed waiver, revoked</source>
      <translation>Décharge signée, révoquée</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/pdf.py" />
      <source>Signed with</source>
      <translation>Signé avec</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/ui/capture.py" />
      <source>Signing as guardian ({relationship}). Today, {when}.</source>
      <translation>Signature du tuteur ({relationship}). Aujourd’hui, {when}.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/ui/capture.py" />
      <source>Signing as yourself. Today, {when}.</source>
      <translation>Vous signez pour vous-même. Aujourd’hui, {when}.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/ui/capture.py" />
      <source>Signing for a minor. Today, {when}.</source>
      <translation>Signature pour un mineur. Aujourd’hui, {when}.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/door.py" />
      <source>Signing in failed. Try again.</source>
      <translation>La connexion a échoué. Recommencez.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/door.py" />
      <source>Signing in…</source>
      <translation>Connexion…</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/pdf.py" />
      <source>Signs as guardian of {name}</source>
      <translation>Signe comme tuteur de {name}</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit.py" />
      <source>Since when</source>
      <translation>Depuis quand</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/course_form.py" />
      <source>Small letters, digits and hyphens; for web addresses.</source>
      <translation>Minuscules, chiffres et traits d’union ; pour les adresses web.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit_words.py" />
      <source>Small picture (web address)</source>
      <translation>Petite image (adresse web)</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/service/people.py" />
      <source>Somebody changed this meanwhile. Compare both, then save again.</source>
      <translation>Quelqu’un l’a modifié entre-temps. Comparez, puis sauvegardez de nouveau.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>Somebody changed this meanwhile. Load it again and look what is different.</source>
      <translation>Quelqu’un l’a modifié entre-temps. Rechargez et regardez ce qui diffère.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/instructor_form.py" />
      <source>Somebody else</source>
      <translation>Quelqu’un d’autre</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/errors.py" />
      <source>Somebody else is changing the same thing. Try again.</source>
      <translation>Quelqu’un d’autre modifie la même chose. Réessayez.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/service/people.py" />
      <source>Somebody removed this address meanwhile.</source>
      <translation>Quelqu’un a supprimé cette adresse entre-temps.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/door.py" />
      <source>Something is typed and not saved. It is lost when the desk closes.</source>
      <translation>Une saisie n’est pas sauvegardée. Elle est perdue si le poste se ferme.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/errors.py" />
      <source>Something required is missing: {name}.</source>
      <translation>Il manque une donnée obligatoire : {name}.</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/notify.py" />
      <source>Something went wrong</source>
      <translation>Quelque chose s’est mal passé</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/specs.py" />
      <source>Spanish</source>
      <translation>Espagnol</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/window.py" />
      <source>Speak English</source>
      <translation>Passer à l’anglais</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/window.py" />
      <source>Speak French</source>
      <translation>Passer au français</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit_words.py" />
      <source>Specialties</source>
      <translation>Spécialités</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/records/words.py" />
      <source>Sponsors may write</source>
      <translation>Les sponsors peuvent écrire</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/records/words.py" />
      <source>Staff</source>
      <translation>Personnel</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/signin.py" />
      <source>Staff number</source>
      <translation>Matricule</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/engine.py" />
      <source>Staff number or password is wrong. Type both again.</source>
      <translation>Matricule ou mot de passe incorrect. Tapez les deux de nouveau.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/account_panel.py" />
      <source>Staff number {number}</source>
      <translation>Matricule {number}</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/first_password.py" />
      <source>Staff number: {login}</source>
      <translation>Matricule : {login}</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/pdf.py" />
      <source>Staff witness</source>
      <translation>Témoin du personnel</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/doctor.py" />
      <source>Start ./desk again in a checkout, or install the package anew.</source>
      <translation>Relancez ./desk dans une copie du code, ou réinstallez le paquet.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/embedded/server.py" />
      <source>Starting the database</source>
      <translation>Démarrage de la base de données</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/bench/start.py" />
      <source>Starting, round {n} of {all}</source>
      <translation>Démarrage, tour {n} sur {all}</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/accounts.py" />
      <source>State</source>
      <translation>État</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/records/words.py" />
      <source>State ID</source>
      <translation>Carte d’identité de l’État</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/records/words.py" />
      <source>State or region</source>
      <translation>État ou région</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/doctor.py" />
      <source>Station</source>
      <translation>Poste</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/pdf.py" />
      <source>Station's clock</source>
      <translation>Horloge du poste</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit_words.py" />
      <source>Status</source>
      <translation>Statut</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/door.py" />
      <source>Stay</source>
      <translation>Rester</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/embedded/server.py" />
      <source>Stopping the database</source>
      <translation>Arrêt de la base de données</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/records/words.py" />
      <source>Street</source>
      <translation>Rue</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/records/words.py" />
      <source>Street, second line</source>
      <translation>Rue, deuxième ligne</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/pdf.py" />
      <source>Sums and numbers</source>
      <translation>Empreintes et numéros</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/widgets/shell.py" />
      <source>Switch language</source>
      <translation>Changer de langue</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/signin.py" />
      <source>Switch user</source>
      <translation>Changer d’utilisateur</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/sales/ui/order.py" />
      <source>Take payment</source>
      <translation>Encaisser</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/check_in_card.py" />
      <source>Take the mark back</source>
      <translation>Retirer la mention</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/roster.py" />
      <source>Take the payment</source>
      <translation>Encaisser le paiement</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/gate.py" />
      <source>Take the payment first</source>
      <translation>Encaissez d’abord le paiement</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/forms.py" />
      <source>Take theirs</source>
      <translation>Prendre la leur</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/sales/ui/pay.py" />
      <source>Take {money}</source>
      <translation>Encaisser {money}</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit_words.py" />
      <source>Taken</source>
      <translation>Encaissé le</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/class_form.py" />
      <source>Taken by {course}, {day}, {span}.</source>
      <translation>Pris par {course}, {day}, {span}.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/person_lists.py" />
      <source>Taken off</source>
      <translation>Retiré</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/person_tabs.py" />
      <source>Taken off the class: there is no ticket any more.</source>
      <translation>Retiré du cours : il n’y a plus de billet.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/instructors.py" />
      <source>Teaches</source>
      <translation>Enseigne</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/instructor_form.py" />
      <source>Teaches at present</source>
      <translation>Enseigne en ce moment</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/ticket.py" />
      <source>Ten minutes to sign the waiver at the desk, if you have not yet</source>
      <translation>Dix minutes pour signer la décharge à l’accueil, si ce n’est pas encore fait</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/pdf.py" />
      <source>Text</source>
      <translation>Texte</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/ui/reading.py" />
      <source>Text of the waiver</source>
      <translation>Texte de la décharge</translation>
    </message>
    <message>
      <location filename="mdi_desk/kernel/ink.py" />
      <source>That is only a dot: write your name as on paper, or ask the staff to witness a mark.</source>
      <translation>Ce n’est qu’un point : écrivez votre nom comme sur papier, ou demandez au personnel d’être témoin d’une marque.</translation>
    </message>
    <message>
      <location filename="mdi_desk/kernel/ink.py" />
      <source>That is only a line: write your name as on paper, or ask the staff to witness a mark.</source>
      <translation>Ce n’est qu’une ligne : écrivez votre nom comme sur papier, ou demandez au personnel d’être témoin d’une marque.</translation>
    </message>
    <message>
      <location filename="mdi_desk/kernel/ink.py" />
      <source>That is only two lines: write your name as on paper, or ask the staff to witness a mark.</source>
      <translation>Ce ne sont que deux lignes : écrivez votre nom comme sur papier, ou demandez au personnel d’être témoin d’une marque.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/records.py" />
      <source>That is the first password you were given. Choose one that only you know.</source>
      <translation>C’est le premier mot de passe qu’on vous a donné. Choisissez-en un que vous seul connaissez.</translation>
    </message>
    <message>
      <location filename="mdi_desk/kernel/ink.py" />
      <source>That is too small to read: sign again, larger.</source>
      <translation>C’est trop petit pour être lu : signez de nouveau, plus grand.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/sales/service.py" />
      <source>That looks like a card number. Type the terminal’s reference instead.</source>
      <translation>Cela ressemble à un numéro de carte. Tapez plutôt la référence du terminal.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/accounts.py" />
      <source>The account of {name} is disabled.</source>
      <translation>Le compte de {name} est désactivé.</translation>
    </message>
    <message>
      <location filename="mdi_desk/cli/database.py" />
      <source>The account of {name} is made. Login: {login}</source>
      <translation>Le compte de {name} est créé. Identifiant : {login}</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/embedded/programs.py" />
      <source>The account {user} cannot reach the database programs in {folder}; install them where every user can.</source>
      <translation>Le compte {user} ne peut pas atteindre les programmes de la base dans {folder} ; installez-les là où chaque utilisateur le peut.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/embedded/server.py" />
      <source>The account {user}, which runs the database, cannot enter {parent}; choose a folder that every user can pass through, such as /var/lib/mdi-desk, with MDI_DESK_DATA.</source>
      <translation>Le compte {user}, qui fait tourner la base de données, ne peut pas entrer dans {parent} ; choisissez avec MDI_DESK_DATA un dossier que chaque utilisateur peut traverser, comme /var/lib/mdi-desk.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/specs.py" />
      <source>The address of a picture.</source>
      <translation>L’adresse d’une image.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>The age with a guardian lies between 0 and 17.</source>
      <translation>L’âge avec un tuteur est entre 0 et 17.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/database/copies.py" />
      <source>The backup is not whole: {tables} have other row counts.</source>
      <translation>La sauvegarde est incomplète : le nombre de lignes diffère dans {tables}.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>The birth date is already recorded; a manager can change it, with a reason.</source>
      <translation>La date de naissance est déjà inscrite ; un responsable peut la modifier, avec un motif.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>The birth date is missing. Enter it from an identity document first.</source>
      <translation>La date de naissance manque. Saisissez-la d’abord d’après une pièce d’identité.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>The birth date lies in the future. Check the year.</source>
      <translation>La date de naissance est dans le futur. Vérifiez l’année.</translation>
    </message>
    <message>
      <location filename="mdi_desk/kernel/ink.py" />
      <source>The box is still empty: sign on the line.</source>
      <translation>Le cadre est encore vide : signez sur la ligne.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/embedded/server.py" />
      <source>The built-in database does not run on Windows yet; name a PostgreSQL server with MDI_DESK_DATABASE_URL.</source>
      <translation>La base de données intégrée ne tourne pas encore sous Windows ; nommez un serveur PostgreSQL avec MDI_DESK_DATABASE_URL.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/person_card.py" />
      <source>The card comes as soon as the server answers.</source>
      <translation>La fiche arrive dès que le serveur répond.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/lines.py" />
      <source>The class is cancelled.</source>
      <translation>Le cours est annulé.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/gate.py" />
      <source>The class is cancelled. Offer another date.</source>
      <translation>Le cours est annulé. Proposez une autre date.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/lines.py" />
      <source>The class is closed.</source>
      <translation>Le cours est clos.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/gate.py" />
      <source>The class is closed. Ask a manager about its attendance.</source>
      <translation>Le cours est clos. Demandez à un responsable pour les présences.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/roster.py" />
      <source>The class is full: {booked} of {seats}.</source>
      <translation>Le cours est complet : {booked} sur {seats}.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/book.py" />
      <source>The class is full: {taken} of {seats}. Ask a manager for another seat, or offer another date.</source>
      <translation>Le cours est complet : {taken} sur {seats}. Demandez une place de plus à un responsable, ou proposez une autre date.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>The class was too long ago. Ask the front desk to undo this check-in.</source>
      <translation>Le cours est trop ancien. Demandez à l’accueil de retirer cet enregistrement.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>The colleague who did this was not signed in at this station then, so it is not sent in that name. Let the colleague sign in here; it is sent then.</source>
      <translation>Le collègue qui l’a fait n’était pas connecté à ce poste à ce moment-là ; rien n’est donc envoyé en son nom. Que le collègue se connecte ici : l’envoi se fera.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/errors.py" />
      <source>The connection broke while saving. Look whether the change is there before you try again.</source>
      <translation>La connexion s’est rompue pendant la sauvegarde. Regardez si la modification y est avant de recommencer.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/errors.py" />
      <source>The connection to the server is lost. The desk tries to get it back.</source>
      <translation>La connexion au serveur est perdue. Le poste essaie de la rétablir.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/embedded/cluster.py" />
      <source>The data in {folder} belongs to PostgreSQL {theirs}, and this desk brings PostgreSQL {ours}; back it up with the desk that made it and restore the backup here.</source>
      <translation>Les données de {folder} sont de PostgreSQL {theirs} et ce programme apporte PostgreSQL {ours} ; sauvegardez-les avec le programme qui les a créées et restaurez la sauvegarde ici.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/database/dictionary.py" />
      <source>The database</source>
      <translation>La base de données</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/errors.py" />
      <source>The database could not do this ({code}). Tell an administrator.</source>
      <translation>La base de données n’a pas pu le faire ({code}). Prévenez un administrateur.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/embedded/trouble.py" />
      <source>The database did not start ({reason}); the full report is in {log}.</source>
      <translation>La base de données n’a pas démarré ({reason}) ; le rapport complet est dans {log}.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/embedded/trouble.py" />
      <source>The database folder {folder} cannot be used: {reason}.</source>
      <translation>Le dossier {folder} de la base de données ne peut pas servir : {reason}.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/embedded/trouble.py" />
      <source>The database folder {folder} cannot be written to; allow writing there, or choose another folder with MDI_DESK_DATA.</source>
      <translation>Impossible d’écrire dans le dossier {folder} de la base de données ; autorisez l’écriture, ou choisissez un autre dossier avec MDI_DESK_DATA.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/database/upkeep.py" />
      <source>The database has no key of the institute: nothing can be sealed.</source>
      <translation>La base de données n’a pas de clé de l’institut : rien ne peut être scellé.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/migrate.py" />
      <source>The database has no tables yet. Run: desk db upgrade</source>
      <translation>La base de données n’a pas encore de tables. Lancez : desk db upgrade</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/migrate.py" />
      <source>The database is at revision {now}, this program needs {head}. Run: desk db upgrade</source>
      <translation>La base de données est à la révision {now}, ce programme demande {head}. Lancez : desk db upgrade</translation>
    </message>
    <message>
      <location filename="mdi_desk/cli/database.py" />
      <source>The database is at revision {revision}.</source>
      <translation>La base de données est à la révision {revision}.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/session.py" />
      <source>The database is newer than this desk ({found}). Install the new version of MDI Desk.</source>
      <translation>La base de données est plus récente que ce poste ({found}). Installez la nouvelle version de MDI Desk.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/database/place.py" />
      <source>The database is not running; start it with: desk db serve</source>
      <translation>La base de données est arrêtée ; démarrez-la avec : desk db serve</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/session.py" />
      <source>The database is older than this desk ({found}). Ask an administrator to run: desk db upgrade.</source>
      <translation>La base de données est plus ancienne que ce poste ({found}). Demandez à un administrateur de lancer : desk db upgrade.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/migrate.py" />
      <source>The database is ready</source>
      <translation>La base de données est prête</translation>
    </message>
    <message>
      <location filename="mdi_desk/cli/database.py" />
      <source>The database is ready, and empty. Make its first account with: desk db admin-create</source>
      <translation>La base de données est prête, et vide. Créez son premier compte avec : desk db admin-create</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/embedded/server.py" />
      <source>The database is recovering after it was cut off ({seconds} s)</source>
      <translation>La base de données se rétablit après une coupure ({seconds} s)</translation>
    </message>
    <message>
      <location filename="mdi_desk/cli/database.py" />
      <source>The database is up: host {host}, port {port}, dbname {dbname}.</source>
      <translation>La base de données est en marche : hôte {host}, port {port}, base {dbname}.</translation>
    </message>
    <message>
      <location filename="mdi_desk/cli/database.py" />
      <source>The database is whole and up to date.</source>
      <translation>La base de données est entière et à jour.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/embedded/server.py" />
      <source>The database keeps stopping; see its log in {log}.</source>
      <translation>La base de données s’arrête sans cesse ; voyez son journal dans {log}.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/embedded/owner.py" />
      <source>The database must not run as the administrator, and its own account {user} cannot be used ({reason}); create that account, or start the desk as an ordinary user.</source>
      <translation>La base de données ne doit pas tourner en administrateur et son propre compte {user} ne peut pas servir ({reason}) ; créez ce compte, ou lancez le programme en simple utilisateur.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/embedded/programs.py" />
      <source>The database program {program} does not run on this computer ({reason}); install the desk for this computer, or name a PostgreSQL server with MDI_DESK_DATABASE_URL.</source>
      <translation>Le programme {program} de la base de données ne tourne pas sur cet ordinateur ({reason}) ; installez la version faite pour lui, ou nommez un serveur PostgreSQL avec MDI_DESK_DATABASE_URL.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/embedded/programs.py" />
      <source>The database programs are not installed; set the desk up again, or name a PostgreSQL server with MDI_DESK_DATABASE_URL.</source>
      <translation>Les programmes de la base de données ne sont pas installés ; réinstallez le programme, ou nommez un serveur PostgreSQL avec MDI_DESK_DATABASE_URL.</translation>
    </message>
    <message>
      <location filename="mdi_desk/cli/__init__.py" />
      <source>The database says: {said}</source>
      <translation>La base de données dit : {said}</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/database/place.py" />
      <source>The database server can’t be reached: {said}</source>
      <translation>Le serveur de base de données est injoignable : {said}</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>The database was asked in a way it does not allow. Try again.</source>
      <translation>La base de données a reçu une demande qu’elle n’admet pas. Réessayez.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/today.py" />
      <source>The day after</source>
      <translation>Le lendemain</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/today.py" />
      <source>The day after (right arrow)</source>
      <translation>Le lendemain (flèche droite)</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/today.py" />
      <source>The day before</source>
      <translation>La veille</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/today.py" />
      <source>The day before (left arrow)</source>
      <translation>La veille (flèche gauche)</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/tour/play.py" />
      <source>The day went well: {n} pictures in {folder}.</source>
      <translation>La journée s’est bien passée : {n} images dans {folder}.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/bench/start.py" />
      <source>The desk did not open within {n} s.</source>
      <translation>Le poste ne s’est pas ouvert en {n} s.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/bench/start.py" />
      <source>The desk did not open: {said}</source>
      <translation>Le poste ne s’est pas ouvert : {said}</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/bench/pixels.py" />
      <source>The desk did not show what the benchmark waits for.</source>
      <translation>Le poste n’a pas montré ce que la mesure attend.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/errors.py" />
      <source>The desk is still busy with earlier questions. Wait a moment and try again.</source>
      <translation>Le poste est encore occupé par des demandes précédentes. Attendez un instant et réessayez.</translation>
    </message>
    <message>
      <location filename="mdi_desk/cli/__init__.py" />
      <source>The desk made a mistake ({what}); the report is in {place}. Please send it to us.</source>
      <translation>Le programme a fait une erreur ({what}) ; le rapport est dans {place}. Merci de nous l’envoyer.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/panel.py" />
      <source>The document is on file, sealed.</source>
      <translation>La pièce est au dossier, scellée.</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/papers.py" />
      <source>The file could not be written: {why}</source>
      <translation>Impossible d’écrire le fichier : {why}</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/embedded/server.py" />
      <source>The folder {folder} belongs to another account of this computer; start the desk with that account, or choose another folder with MDI_DESK_DATA.</source>
      <translation>Le dossier {folder} appartient à un autre compte de cet ordinateur ; lancez le programme avec ce compte, ou choisissez un autre dossier avec MDI_DESK_DATA.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/database/copies.py" />
      <source>The folder {folder} does not exist.</source>
      <translation>Le dossier {folder} n’existe pas.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/embedded/cluster.py" />
      <source>The folder {folder} holds no usable database (PG_VERSION is missing); restore it from a backup, or move it away to begin with an empty one.</source>
      <translation>Le dossier {folder} ne contient pas de base utilisable (PG_VERSION manque) ; restaurez-la d’une sauvegarde, ou déplacez le dossier pour commencer avec une base vide.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/embedded/server.py" />
      <source>The folder {folder} is in use by something else; choose an empty one with MDI_DESK_DATA.</source>
      <translation>Le dossier {folder} sert déjà à autre chose ; choisissez-en un vide avec MDI_DESK_DATA.</translation>
    </message>
    <message>
      <location filename="mdi_desk/cli/commands.py" />
      <source>The front desk of a training institute. Without a command it opens the desk.</source>
      <translation>L’accueil d’un institut de formation. Sans commande, ouvre le poste.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>The guardian is under 18. Choose an adult.</source>
      <translation>Le tuteur a moins de 18 ans. Choisissez un adulte.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>The guardian's birth date is missing. Enter it first.</source>
      <translation>La date de naissance du tuteur manque. Saisissez-la d’abord.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/config.py" />
      <source>The instance name {name!r} is the desk's own; choose another.</source>
      <translation>Le nom d’instance {name!r} est réservé au programme ; choisissez-en un autre.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/config.py" />
      <source>The instance name {name!r} may have letters, digits, - and _ only.</source>
      <translation>Le nom d’instance {name!r} n’admet que des lettres, des chiffres, - et _.</translation>
    </message>
    <message>
      <location filename="mdi_desk/cli/commands.py" />
      <source>The instance to work on (default).</source>
      <translation>L’instance à employer (default).</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/service/effects.py" />
      <source>The institute has no sealing key yet. Ask an administrator.</source>
      <translation>L’institut n’a pas encore de clé de scellement. Adressez-vous à un administrateur.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/database/accounts.py" />
      <source>The institute’s key in {path} can’t be read; put the copy back that was kept elsewhere.</source>
      <translation>La clé de l’institut dans {path} est illisible ; remettez la copie gardée ailleurs.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/database/upkeep.py" />
      <source>The institute’s private key is not in {path}: what is sealed can’t be opened.</source>
      <translation>La clé privée de l’institut n’est pas dans {path} : ce qui est scellé ne peut pas être ouvert.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>The instructor already teaches at that time. Choose another one or another time.</source>
      <translation>L’instructeur donne déjà un cours à cette heure. Choisissez quelqu’un d’autre ou une autre heure.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>The instructor already teaches {course} at {at}. Choose another one or another time.</source>
      <translation>L’instructeur donne déjà {course} ({at}). Choisissez quelqu’un d’autre ou une autre heure.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/account_form.py" />
      <source>The jobs of {name} are changed.</source>
      <translation>Les fonctions de {name} sont changées.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/entering.py" />
      <source>The journal in {folder} can’t be written: {why}. Free some space, then sign in again.</source>
      <translation>Impossible d’écrire le journal dans {folder} : {why}. Libérez de la place, puis reconnectez-vous.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/database/upkeep.py" />
      <source>The key in {path} is not the one that the database seals to.</source>
      <translation>La clé dans {path} n’est pas celle qu’emploie la base de données pour sceller.</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/actions.py" />
      <source>The keys of this view</source>
      <translation>Les touches de cette vue</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit.py" />
      <source>The last day lies before the first.</source>
      <translation>Le dernier jour est avant le premier.</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/tables.py" />
      <source>The list could not be read.</source>
      <translation>La liste n’a pas pu être lue.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/database/place.py" />
      <source>The login in MDI_DESK_DATABASE_URL must be a superuser of the server, such as postgres.</source>
      <translation>L’identifiant dans MDI_DESK_DATABASE_URL doit être un superutilisateur du serveur, comme postgres.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/service.py" />
      <source>The mark is missing: make it in the box.</source>
      <translation>La marque manque : faites-la dans le cadre.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/lines.py" />
      <source>The mark was refused.</source>
      <translation>La mention a été refusée.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/pdf.py" />
      <source>The mark was witnessed by {name}</source>
      <translation>Témoin de la marque : {name}</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>The minimum age lies between 0 and 99.</source>
      <translation>L’âge minimum est entre 0 et 99.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/embedded/server.py" />
      <source>The name of the database folder {folder} holds a line end; choose another folder with MDI_DESK_DATA.</source>
      <translation>Le nom du dossier {folder} contient une fin de ligne ; choisissez un autre dossier avec MDI_DESK_DATA.</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/actions.py" />
      <source>The next step</source>
      <translation>L’étape suivante</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>The number of rounds cannot be below zero.</source>
      <translation>Le nombre de cartouches ne peut pas être négatif.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/accounts.py" />
      <source>The old password stops working and open desks of {name} are signed out. You get a new first password to hand over.</source>
      <translation>L’ancien mot de passe cesse de fonctionner et les postes ouverts de {name} sont déconnectés. Vous obtenez un nouveau premier mot de passe à remettre.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/records.py" />
      <source>The password contains your login. Choose something that nobody sees on the screen.</source>
      <translation>Le mot de passe contient votre identifiant. Choisissez quelque chose que personne ne voit à l’écran.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/records.py" />
      <source>The password is little more than your name. Choose something else.</source>
      <translation>Le mot de passe n’est guère que votre nom. Choisissez autre chose.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/door.py" />
      <source>The password is wrong. Type it again.</source>
      <translation>Le mot de passe est faux. Tapez-le de nouveau.</translation>
    </message>
    <message>
      <location filename="mdi_desk/cli/commands.py" />
      <source>The password of {login} is missing; put it into MDI_DESK_PASSWORD.</source>
      <translation>Le mot de passe de {login} manque ; mettez-le dans MDI_DESK_PASSWORD.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/records.py" />
      <source>The password repeats the same few characters. Mix in others.</source>
      <translation>Le mot de passe répète les mêmes caractères. Mêlez-y-en d’autres.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>The place is taken at that time. Choose another place or time.</source>
      <translation>Le lieu est pris à cette heure. Choisissez un autre lieu ou une autre heure.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>The place is taken by {course} at {at}. Choose another place or time.</source>
      <translation>Le lieu est pris par {course} ({at}). Choisissez un autre lieu ou une autre heure.</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/papers.py" />
      <source>The printer did not take it: {why}</source>
      <translation>L’imprimante ne l’a pas pris : {why}</translation>
    </message>
    <message>
      <location filename="mdi_desk/cli/database.py" />
      <source>The private keys are not in it; keep a copy of {folder} elsewhere.</source>
      <translation>Les clés privées n’y sont pas ; gardez une copie de {folder} ailleurs.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/signin.py" />
      <source>The same again</source>
      <translation>Le même, encore une fois</translation>
    </message>
    <message>
      <location filename="mdi_desk/cli/database.py" />
      <source>The sample institute is ready: {counts}.</source>
      <translation>L’institut d’exemple est prêt : {counts}.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/people.py" />
      <source>The search finds active people only.</source>
      <translation>La recherche ne trouve que les personnes actives.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/check_in_deeds.py" />
      <source>The seat is free for somebody else, and the ticket is no longer valid.</source>
      <translation>La place redevient libre et le billet n’est plus valable.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit_words.py" />
      <source>The server</source>
      <translation>Le serveur</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/door.py" />
      <source>The server can’t be reached to check the password. Try again in a moment.</source>
      <translation>Le serveur est injoignable, le mot de passe ne peut pas être vérifié. Réessayez dans un instant.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/database/copies.py" />
      <source>The server has a login {login} already; restore into a new instance.</source>
      <translation>Le serveur a déjà un identifiant {login} ; restaurez dans une nouvelle instance.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/engine.py" />
      <source>The server has no free connection. Close other desks, or tell an administrator.</source>
      <translation>Le serveur n’a plus de connexion libre. Fermez d’autres postes, ou prévenez un administrateur.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/errors.py" />
      <source>The server has no room or no free connection just now. Tell an administrator.</source>
      <translation>Le serveur n’a plus de place ou de connexion libre en ce moment. Prévenez un administrateur.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/book.py" />
      <source>The server has not answered yet. Press Enter again: nobody is booked twice.</source>
      <translation>Le serveur n’a pas encore répondu. Appuyez de nouveau sur Entrée : personne n’est inscrit deux fois.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/sales/ui/pay.py" />
      <source>The server has not answered yet. Press again: it is never taken twice.</source>
      <translation>Le serveur n’a pas encore répondu. Appuyez de nouveau : rien n’est encaissé deux fois.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/first_password.py" />
      <source>The server has not confirmed it yet. The staff number then stands in the list.</source>
      <translation>Le serveur ne l’a pas encore confirmé. Le matricule figurera ensuite dans la liste.</translation>
    </message>
    <message>
      <location filename="mdi_desk/journal/sender.py" />
      <source>The server is away, and this cannot wait for it. Do it again when the desk is online.</source>
      <translation>Le serveur est absent et ceci ne peut pas l’attendre. Recommencez quand le poste sera en ligne.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/door.py" />
      <source>The server is being reached.</source>
      <translation>Le programme cherche le serveur.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/errors.py" />
      <source>The server is changing over to another machine. Try again in a moment.</source>
      <translation>Le serveur change de machine. Réessayez dans un instant.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/engine.py" />
      <source>The server is just starting. Try again in a moment.</source>
      <translation>Le serveur est en train de démarrer. Réessayez dans un instant.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/engine.py" />
      <source>The server on this computer does not answer. It starts again by itself; wait a moment.</source>
      <translation>Le serveur de cet ordinateur ne répond pas. Il redémarre de lui-même ; attendez un instant.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/service/effects.py" />
      <source>The server refused this.</source>
      <translation>Le serveur l’a refusé.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/errors.py" />
      <source>The server reports damaged data ({code}). Stop working and call an administrator.</source>
      <translation>Le serveur signale des données endommagées ({code}). Cessez de travailler et appelez un administrateur.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/engine.py" />
      <source>The server runs PostgreSQL {found}, which has known security holes. Ask an administrator to update it to {wanted} or newer.</source>
      <translation>Le serveur utilise PostgreSQL {found}, qui a des failles connues. Demandez à un administrateur de passer à {wanted} ou plus récent.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/seat.py" />
      <source>The server says that its data are damaged. Stop working here and call your administrator.</source>
      <translation>Le serveur signale que ses données sont endommagées. Cessez de travailler ici et appelez votre administrateur.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/errors.py" />
      <source>The server took too long for this. Try again; if it stays slow, tell an administrator.</source>
      <translation>Le serveur a mis trop de temps. Réessayez ; s’il reste lent, prévenez un administrateur.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/engine.py" />
      <source>The server {server} cannot prove who it is. Do not go on; ask an administrator.</source>
      <translation>Le serveur {server} ne peut pas prouver son identité. N’allez pas plus loin ; adressez-vous à un administrateur.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/engine.py" />
      <source>The server {server} does not answer. Check this computer's network, then try again.</source>
      <translation>Le serveur {server} ne répond pas. Vérifiez le réseau de cet ordinateur, puis réessayez.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/engine.py" />
      <source>The server {server} does not let this computer in. Ask an administrator.</source>
      <translation>Le serveur {server} n’admet pas cet ordinateur. Adressez-vous à un administrateur.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/engine.py" />
      <source>The server {server} has no database {name} for this sign-in. Ask an administrator.</source>
      <translation>Le serveur {server} n’a pas de base {name} pour cet identifiant. Adressez-vous à un administrateur.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/engine.py" />
      <source>The server's address is not understood; write it like postgresql://server.example.org/mdi.</source>
      <translation>L’adresse du serveur est incompréhensible ; écrivez-la comme postgresql://server.example.org/mdi.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>The short description has at most 500 letters.</source>
      <translation>La description courte a 500 lettres au plus.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/bench/start.py" />
      <source>The sign-in of the work types the password at once; nobody waits for a person.</source>
      <translation>La connexion mesurée tape le mot de passe d’un coup ; on n’attend personne.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/ui/capture.py" />
      <source>The signature in the box is lost. Nothing is stored.</source>
      <translation>La signature dans le cadre est perdue. Rien n’est conservé.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/ui/document.py" />
      <source>The stored signature is damaged. Tell an administrator.</source>
      <translation>La signature conservée est endommagée. Prévenez un administrateur.</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/papers.py" />
      <source>The system's printing was not found. Save the PDF and print it from there.</source>
      <translation>L’impression du système est introuvable. Sauvegardez le PDF et imprimez-le de là.</translation>
    </message>
    <message>
      <location filename="mdi_desk/cli/commands.py" />
      <source>The tests are run from a checkout of the source, with ./desk test.</source>
      <translation>Les tests se lancent depuis une copie du code source, avec ./desk test.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/ui/capture.py" />
      <source>The text has changed meanwhile. Read it again, and sign once more.</source>
      <translation>Le texte a changé entre-temps. Lisez-le de nouveau, puis signez encore une fois.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/ui/capture.py" />
      <source>The text is on its way.</source>
      <translation>Le texte arrive.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>The text shown is not the waiver's text. Open the waiver again and have it signed anew.</source>
      <translation>Le texte affiché n’est pas celui de la décharge. Rouvrez-la et faites-la signer de nouveau.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit.py" />
      <source>The values before and after</source>
      <translation>Les valeurs avant et après</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/window.py" />
      <source>The views of the sidebar, by their place</source>
      <translation>Les vues du menu, par leur place</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/ui/capture.py" />
      <source>The waiver exists only in the language shown.</source>
      <translation>La décharge n’existe que dans la langue affichée.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>The waiver has a newer version. Open it again and have that one signed.</source>
      <translation>La décharge a une version plus récente. Rouvrez-la et faites signer celle-là.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/person_waivers.py" />
      <source>The waiver is withdrawn.</source>
      <translation>La décharge est retirée.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/person_waivers.py" />
      <source>The waiver of {name} is signed.</source>
      <translation>La décharge de {name} est signée.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/classes.py" />
      <source>The week after</source>
      <translation>La semaine d’après</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/classes.py" />
      <source>The week before</source>
      <translation>La semaine d’avant</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/check_in_card.py" />
      <source>Their check-in card is shown here. A scan opens it too.</source>
      <translation>Sa fiche d’enregistrement s’affiche ici. Un scan l’ouvre aussi.</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/forms.py" />
      <source>Theirs</source>
      <translation>Leur valeur</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/database/copies.py" />
      <source>There is an institute in the database {dbname} already; it was left as it is.</source>
      <translation>Il y a déjà un institut dans la base de données {dbname} ; il est resté tel quel.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/seat.py" />
      <source>There is more than one code in this picture. Cut out the one you mean.</source>
      <translation>Il y a plus d’un code dans cette image. Découpez celui que vous voulez.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/bench/board.py" />
      <source>There is no benchmark {name}; there are: {all}.</source>
      <translation>Il n’y a pas de mesure {name} ; il y a : {all}.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/scan.py" />
      <source>There is no code in this picture.</source>
      <translation>Il n’y a pas de code dans cette image.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/database/copies.py" />
      <source>There is no database {dbname} yet. Make it with: desk db create</source>
      <translation>Il n’y a pas encore de base de données {dbname}. Créez-la avec : desk db create</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/main.py" />
      <source>There is no display here: the desk plays a working day into {folder}.</source>
      <translation>Il n’y a pas d’écran ici : le poste joue une journée de travail dans {folder}.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/database/copies.py" />
      <source>There is no file {file}.</source>
      <translation>Le fichier {file} n’existe pas.</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/helping.py" />
      <source>There is no help for this view yet.</source>
      <translation>Il n’y a pas encore d’aide pour cette vue.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/seat.py" />
      <source>There is no readable code in this picture. Try a sharper one.</source>
      <translation>Il n’y a pas de code lisible dans cette image. Essayez-en une plus nette.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/embedded/trouble.py" />
      <source>There is no room left on the disk for the database in {folder}; free some space and start again.</source>
      <translation>Il n’y a plus de place sur le disque pour la base de données dans {folder} ; libérez-en et relancez.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/engine.py" />
      <source>There is no server called {server}. Check its name and this computer's network.</source>
      <translation>Aucun serveur ne s’appelle {server}. Vérifiez son nom et le réseau de cet ordinateur.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>There is no signature yet. Sign on the screen first.</source>
      <translation>Il n’y a pas encore de signature. Faites d’abord signer à l’écran.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/sales/service.py" />
      <source>There is no such order.</source>
      <translation>Cette commande n’existe pas.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/ticket.py" />
      <source>There is no ticket: the booking is cancelled.</source>
      <translation>Il n’y a pas de billet : la réservation est annulée.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/ui/guardian.py" />
      <source>They are the minor’s</source>
      <translation>Son lien avec le mineur</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/account_form.py" />
      <source>They count at once, also at desks where {name} is signed in; new views open there after the next sign-in.</source>
      <translation>Elles comptent aussitôt, aussi aux postes ouverts de {name} ; les nouvelles vues s’y ouvrent après la prochaine connexion.</translation>
    </message>
    <message>
      <location filename="mdi_desk/__main__.py" />
      <source>This Python crashes with PySide6 6.12 and newer: use Python 3.12 or newer, or PySide6 6.11.3.</source>
      <translation>Ce Python plante avec PySide6 6.12 et plus récent : prenez Python 3.12 ou plus récent, ou PySide6 6.11.3.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/engine.py" />
      <source>This account is disabled. Ask an administrator.</source>
      <translation>Ce compte est désactivé. Adressez-vous à un administrateur.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>This account is not there any more.</source>
      <translation>Ce compte n’existe plus.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/errors.py" />
      <source>This belongs to something that is not there, or is still in use ({name}).</source>
      <translation>Ceci dépend d’une chose qui n’existe pas, ou qui sert encore ({name}).</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/lines.py" />
      <source>This booking is cancelled.</source>
      <translation>Cette réservation est annulée.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>This booking is cancelled. Add the person to the class again.</source>
      <translation>Cette réservation est annulée. Ajoutez de nouveau la personne au cours.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/service/training.py" />
      <source>This booking is not there any more, or not for your job.</source>
      <translation>Cette réservation n’existe plus, ou ne relève pas de votre fonction.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>This booking is not there, or not in one of your classes.</source>
      <translation>Cette réservation n’existe pas, ou n’est pas dans un de vos cours.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>This cannot be done ({code}). Ask a manager if it must be.</source>
      <translation>C’est impossible ({code}). Demandez à un responsable s’il le faut.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/classes.py" />
      <source>This cannot be undone.</source>
      <translation>C’est définitif.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>This class is cancelled. Choose another class.</source>
      <translation>Ce cours est annulé. Choisissez un autre cours.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/roster.py" />
      <source>This class is cancelled. Offer its people another date.</source>
      <translation>Ce cours est annulé. Proposez une autre date aux inscrits.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/roster.py" />
      <source>This class is cancelled: {reason}</source>
      <translation>Ce cours est annulé : {reason}</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/classes.py" />
      <source>This class is cancelled; that stays so.</source>
      <translation>Ce cours est annulé ; cela reste ainsi.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>This class is full. Choose another class.</source>
      <translation>Ce cours est complet. Choisissez un autre cours.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>This class is full: {taken} of {seats} seats are taken. Choose another class.</source>
      <translation>Ce cours est complet : {taken} places sur {seats} sont prises. Choisissez un autre cours.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/gate.py" />
      <source>This class is not open for check-in</source>
      <translation>Ce cours n’est pas ouvert à l’enregistrement</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>This class is not there any more, or not one of yours.</source>
      <translation>Ce cours n’existe plus, ou n’est pas un des vôtres.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>This class is over.</source>
      <translation>Ce cours est terminé.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/roster.py" />
      <source>This class takes nobody any more.</source>
      <translation>Ce cours ne prend plus personne.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>This code is already given to somebody else. Try again for a new one.</source>
      <translation>Ce code est déjà donné à quelqu’un d’autre. Réessayez pour en avoir un nouveau.</translation>
    </message>
    <message>
      <location filename="mdi_desk/journal/store.py" />
      <source>This computer cannot write its journal ({reason}), so nothing was recorded. Tell an administrator.</source>
      <translation>Cet ordinateur ne peut pas écrire son journal ({reason}) ; rien n’a donc été conservé. Prévenez un administrateur.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/embedded/owner.py" />
      <source>This computer has no account for user number {uid}; start the desk as a user with an account.</source>
      <translation>Cet ordinateur n’a pas de compte pour l’utilisateur numéro {uid} ; lancez le programme avec un utilisateur qui a un compte.</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/papers.py" />
      <source>This computer has no printer. Save the PDF, or add a printer in the system's settings.</source>
      <translation>Cet ordinateur n’a pas d’imprimante. Sauvegardez le PDF, ou ajoutez une imprimante dans les réglages du système.</translation>
    </message>
    <message>
      <location filename="mdi_desk/journal/store.py" />
      <source>This computer's disk is full, so nothing was recorded. Make room on it, then do this again.</source>
      <translation>Le disque de cet ordinateur est plein ; rien n’a donc été conservé. Faites de la place, puis recommencez.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>This course is not there any more.</source>
      <translation>Cette formation n’existe plus.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/remedies.py" />
      <source>This course needs no waiver.</source>
      <translation>Cette formation ne demande pas de décharge.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>This guardian is already recorded for this person.</source>
      <translation>Ce tuteur est déjà inscrit pour cette personne.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/errors.py" />
      <source>This is already there ({name}).</source>
      <translation>Ceci existe déjà ({name}).</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>This is more than what is due. Take the amount shown, or less.</source>
      <translation>C’est plus que la somme due. Prenez le montant affiché, ou moins.</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/forms.py" />
      <source>This is needed.</source>
      <translation>C’est obligatoire.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>This is not a person's code. Try again for a new one.</source>
      <translation>Ce n’est pas le code d’une personne. Réessayez pour en avoir un nouveau.</translation>
    </message>
    <message>
      <location filename="mdi_desk/kernel/contact.py" />
      <source>This is not a telephone number.</source>
      <translation>Ce n’est pas un numéro de téléphone.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>This is not a ticket code.</source>
      <translation>Ce n’est pas un code de billet.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>This is not an e-mail address; check its spelling.</source>
      <translation>Ce n’est pas une adresse e-mail ; vérifiez l’orthographe.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/errors.py" />
      <source>This is not there any more, or not for your job.</source>
      <translation>Ceci n’existe plus, ou ne relève pas de votre fonction.</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/notify.py" />
      <source>This is our mistake, not yours. What was saved is safe; the last step may not have been done. Look again, and if it happens once more, send us the report.</source>
      <translation>C’est notre erreur, pas la vôtre. Ce qui était sauvegardé est en sûreté ; la dernière étape n’a peut-être pas été faite. Regardez de nouveau et, si cela se reproduit, envoyez-nous le rapport.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/check_in_deeds.py" />
      <source>This is passed over, with your name and reason in the audit:</source>
      <translation>Ceci est ignoré, avec votre nom et votre motif dans l’audit :</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>This is too large to be kept. Make it shorter.</source>
      <translation>C’est trop grand pour être conservé. Raccourcissez.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>This job was given on the server itself and can only be taken away there.</source>
      <translation>Cette fonction a été donnée sur le serveur même et ne peut être retirée que là.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/window.py" />
      <source>This list</source>
      <translation>Cette liste</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/remedies.py" />
      <source>This needs the server, which does not answer just now. Check-ins can go on.</source>
      <translation>Ceci demande le serveur, qui ne répond pas en ce moment. Les enregistrements peuvent continuer.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>This order is in another currency. Make a new order.</source>
      <translation>Cette commande est dans une autre devise. Faites une nouvelle commande.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>This order is not there any more.</source>
      <translation>Cette commande n’existe plus.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/errors.py" />
      <source>This overlaps with something at the same time ({name}).</source>
      <translation>Ceci chevauche autre chose au même moment ({name}).</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/signin.py" />
      <source>This password will do.</source>
      <translation>Ce mot de passe convient.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>This person already has a seat in this class.</source>
      <translation>Cette personne a déjà une place dans ce cours.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>This person already has an account.</source>
      <translation>Cette personne a déjà un compte.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/gate.py" />
      <source>This person can’t be checked in now.</source>
      <translation>Cette personne ne peut pas être enregistrée maintenant.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>This person is 18 or older and signs for themselves.</source>
      <translation>Cette personne a 18 ans ou plus et signe elle-même.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>This person is already an instructor.</source>
      <translation>Cette personne est déjà instructeur.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>This person is already checked in. Undo the check-in first.</source>
      <translation>Cette personne est déjà enregistrée. Retirez d’abord l’enregistrement.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>This person is already recorded.</source>
      <translation>Cette personne a déjà une fiche.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>This person is an adult and must sign in person.</source>
      <translation>Cette personne est majeure et doit signer elle-même.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/check_in_facts.py" />
      <source>This person is checked in already.</source>
      <translation>Cette personne est déjà enregistrée.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>This person is not checked in yet. Check them in first.</source>
      <translation>Cette personne n’est pas encore enregistrée. Enregistrez-la d’abord.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/person_card.py" />
      <source>This person is not here</source>
      <translation>Cette personne n’est pas ici</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/service/people.py" />
      <source>This person is not there any more, or not for your job.</source>
      <translation>Cette personne n’existe plus, ou ne relève pas de votre fonction.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>This person is not there any more. Search again.</source>
      <translation>Cette personne n’existe plus. Cherchez de nouveau.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>This person is under 18: a guardian must sign.</source>
      <translation>Cette personne a moins de 18 ans : un tuteur doit signer.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/doctor.py" />
      <source>This program needs revision {head}; run: desk db upgrade</source>
      <translation>Ce programme demande la révision {head} ; lancez : desk db upgrade</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/readonly.py" />
      <source>This program only looks; it changes nothing.</source>
      <translation>Ce programme ne fait que regarder ; il ne change rien.</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/forms.py" />
      <source>This record was saved at another station while you were editing.</source>
      <translation>Un autre poste a sauvegardé cette fiche pendant que vous la modifiiez.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>This seat cannot go on that order: it is somebody else's, or paid already. Make a new order.</source>
      <translation>Cette place ne peut pas aller sur cette commande : elle est à quelqu’un d’autre, ou déjà payée. Faites une nouvelle commande.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>This seat was taken just now. Try again.</source>
      <translation>Cette place vient d’être prise. Réessayez.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>This sign-in name is already taken. Try again for a new one.</source>
      <translation>Cet identifiant est déjà pris. Réessayez pour en avoir un nouveau.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/service.py" />
      <source>This signature is not there any more, or not for your job.</source>
      <translation>Cette signature n’existe plus, ou ne relève pas de votre fonction.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>This signed waiver is already revoked.</source>
      <translation>Cette décharge signée est déjà révoquée.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>This signed waiver is not there any more.</source>
      <translation>Cette décharge signée n’existe plus.</translation>
    </message>
    <message>
      <location filename="mdi_desk/kernel/contact.py" />
      <source>This telephone number does not have the right number of digits.</source>
      <translation>Ce numéro de téléphone n’a pas le bon nombre de chiffres.</translation>
    </message>
    <message>
      <location filename="mdi_desk/kernel/contact.py" />
      <source>This telephone number is too long; was a digit typed twice?</source>
      <translation>Ce numéro de téléphone est trop long ; un chiffre est-il en double ?</translation>
    </message>
    <message>
      <location filename="mdi_desk/kernel/contact.py" />
      <source>This telephone number is too short; are digits missing?</source>
      <translation>Ce numéro de téléphone est trop court ; manque-t-il des chiffres ?</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>This ticket code is already given. Try again for a new one.</source>
      <translation>Ce code de billet est déjà donné. Réessayez pour en avoir un nouveau.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>This version has no text yet. Write it before it is published.</source>
      <translation>Cette version n’a pas encore de texte. Écrivez-le avant de la publier.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>This waiver already has a version with that number.</source>
      <translation>Cette décharge a déjà une version de ce numéro.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/person_waivers.py" />
      <source>This waiver is withdrawn already.</source>
      <translation>Cette décharge est déjà retirée.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>This was already sent with other content, so it was not done again. Open it anew and try once more.</source>
      <translation>Ceci a déjà été envoyé avec un autre contenu et n’a donc pas été refait. Rouvrez-le et essayez encore une fois.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>This was moved on by somebody else meanwhile. Load it again.</source>
      <translation>Quelqu’un d’autre l’a fait avancer entre-temps. Rechargez.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/classes.py" />
      <source>This week</source>
      <translation>Cette semaine</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/specs.py" />
      <source>Three letters, such as USA.</source>
      <translation>Trois lettres, comme USA.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/account_form.py" />
      <source>Tick at least one job.</source>
      <translation>Cochez au moins une fonction.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/service.py" />
      <source>Tick the consent to sign on this screen first.</source>
      <translation>Cochez d’abord l’accord pour signer sur cet écran.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/ui/capture.py" />
      <source>Tick the consent to sign on this screen.</source>
      <translation>Cochez l’accord pour signer sur cet écran.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/roster.py" />
      <source>Ticket</source>
      <translation>Billet</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/check_in_card.py" />
      <source>Ticket (K)</source>
      <translation>Billet (K)</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit_words.py" />
      <source>Ticket code</source>
      <translation>Code du billet</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/pdf.py" />
      <source>Ticket {code}</source>
      <translation>Billet {code}</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/roster.py" />
      <source>Tickets</source>
      <translation>Billets</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/ticket.py" />
      <source>Tickets {course} {day}</source>
      <translation>Billets {course} {day}</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/classes.py" />
      <source>Time</source>
      <translation>Heure</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/pdf.py" />
      <source>Time on the text</source>
      <translation>Temps passé sur le texte</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/records/words.py" />
      <source>Time zone</source>
      <translation>Fuseau horaire</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit_words.py" />
      <source>Title</source>
      <translation>Titre</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit_words.py" />
      <source>To bring along</source>
      <translation>À apporter</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/person_card.py" />
      <source>To the list</source>
      <translation>Vers la liste</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/roster.py" />
      <source>Today</source>
      <translation>Aujourd’hui</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/today.py" />
      <source>Today’s classes</source>
      <translation>Cours d’aujourd’hui</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/today.py" />
      <source>Tomorrow</source>
      <translation>Demain</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/gate.py" />
      <source>Too young</source>
      <translation>Trop jeune</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/gate.py" />
      <source>Too young for this course: nobody can be let in below its age.</source>
      <translation>Trop jeune pour cette formation : personne n’est admis en dessous de son âge.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/sales/ui/order.py" />
      <source>Total</source>
      <translation>Total</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/window.py" />
      <source>Try again</source>
      <translation>Réessayer</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/people.py" />
      <source>Try fewer letters, another part of the name, or the last four digits of the phone.</source>
      <translation>Essayez avec moins de lettres, une autre partie du nom, ou les quatre derniers chiffres du téléphone.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/specs.py" />
      <source>Turkish</source>
      <translation>Turc</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/book.py" />
      <source>Type a few letters of the name; accents do not matter.</source>
      <translation>Tapez quelques lettres du nom ; les accents n’importent pas.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/classes.py" />
      <source>Type fewer letters, or look in another week.</source>
      <translation>Tapez moins de lettres, ou regardez une autre semaine.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/roster.py" />
      <source>Type fewer letters, or press Esc.</source>
      <translation>Tapez moins de lettres, ou appuyez sur Échap.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/accounts.py" />
      <source>Type fewer letters.</source>
      <translation>Tapez moins de lettres.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/sales/ui/pay.py" />
      <source>Type the amount as in 200 or 200.00.</source>
      <translation>Tapez le montant comme 200 ou 200,00.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>Type the card terminal's reference.</source>
      <translation>Tapez la référence du terminal de paiement.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/sales/service.py" />
      <source>Type the card terminal’s reference.</source>
      <translation>Tapez la référence du terminal de paiement.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/service.py" />
      <source>Type the name of the person who signs.</source>
      <translation>Tapez le nom de la personne qui signe.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/service.py" />
      <source>Type the name of the witness who saw the mark being made.</source>
      <translation>Tapez le nom du témoin qui a vu faire la marque.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/ui/capture.py" />
      <source>Type the name of the witness.</source>
      <translation>Tapez le nom du témoin.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/service/people.py" />
      <source>Type the number on the document.</source>
      <translation>Tapez le numéro de la pièce.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/sales/ui/pay.py" />
      <source>Type the reference on the terminal’s slip.</source>
      <translation>Tapez la référence du ticket du terminal.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/signin.py" />
      <source>Type the same password in both fields.</source>
      <translation>Tapez le même mot de passe dans les deux champs.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>Type the signer's name, at most 200 letters.</source>
      <translation>Tapez le nom du signataire, 200 lettres au plus.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/signin.py" />
      <source>Type your password.</source>
      <translation>Tapez votre mot de passe.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/signin.py" />
      <source>Type your staff number, or pick your name.</source>
      <translation>Tapez votre matricule, ou choisissez votre nom.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/bench/search.py" />
      <source>Typing as {job}</source>
      <translation>Saisie en tant que {job}</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/bench/search.py" />
      <source>Typing into the omnibox</source>
      <translation>Saisie dans la recherche</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit_words.py" />
      <source>Undid the check-in of {name}</source>
      <translation>Enregistrement retiré : {name}</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/check_in_card.py" />
      <source>Undo check-in</source>
      <translation>Retirer l’enregistrement</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/ui/capture.py" />
      <source>Undo stroke</source>
      <translation>Annuler le trait</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/check_in_deeds.py" />
      <source>Undo the check-in of {name}?</source>
      <translation>Retirer l’enregistrement de {name} ?</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/actions.py" />
      <source>Undo, where a thing can be undone</source>
      <translation>Annuler, là où c’est possible</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/seat.py" />
      <source>Unknown code. Scan again, or find the person by name.</source>
      <translation>Code inconnu. Scannez de nouveau, ou cherchez la personne par son nom.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/signin.py" />
      <source>Unlock</source>
      <translation>Déverrouiller</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/gate.py" />
      <source>Unpaid, allowed by a manager</source>
      <translation>Impayé, autorisé par un responsable</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/doctor.py" />
      <source>Update the server: older minor versions have known holes.</source>
      <translation>Mettez le serveur à jour : les versions mineures plus anciennes ont des failles connues.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/signin.py" />
      <source>Use this server</source>
      <translation>Utiliser ce serveur</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/records.py" />
      <source>Use {n} characters or more. A few unrelated words are easy to remember.</source>
      <translation>Prenez {n} caractères ou plus. Quelques mots sans rapport se retiennent bien.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/records.py" />
      <source>Valid</source>
      <translation>Valable</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/roster.py" />
      <source>Valid to {month}</source>
      <translation>Jusqu’à {month}</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/person_lists.py" />
      <source>Valid until</source>
      <translation>Valable jusqu’au</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit_words.py" />
      <source>Value</source>
      <translation>Valeur</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/specs.py" />
      <source>Vietnamese</source>
      <translation>Vietnamien</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/widgets/shell.py" />
      <source>Views</source>
      <translation>Vues</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/embedded/server.py" />
      <source>Waiting for the database ({seconds} s)</source>
      <translation>Attente de la base de données ({seconds} s)</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/person_lists.py" />
      <source>Waiver</source>
      <translation>Décharge</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/gate.py" />
      <source>Waiver expired</source>
      <translation>Décharge expirée</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/gate.py" />
      <source>Waiver missing</source>
      <translation>Décharge manquante</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/ui/capture.py" />
      <source>Waiver of {name}</source>
      <translation>Décharge de {name}</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/gate.py" />
      <source>Waiver out of date</source>
      <translation>Décharge périmée</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/check_in_facts.py" />
      <source>Waiver signed</source>
      <translation>Décharge signée</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/gate.py" />
      <source>Waiver signed by guardian</source>
      <translation>Décharge signée par un tuteur</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit_words.py" />
      <source>Waiver signed for {name}</source>
      <translation>Décharge signée : {name}</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/records.py" />
      <source>Waiver text</source>
      <translation>Texte de décharge</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/gate.py" />
      <source>Waiver to sign again</source>
      <translation>Décharge à signer de nouveau</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/records.py" />
      <source>Waiver valid</source>
      <translation>Décharge valable</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/records.py" />
      <source>Waiver version</source>
      <translation>Version de décharge</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/person_lists.py" />
      <source>Waivers</source>
      <translation>Décharges</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/records/words.py" />
      <source>Ways to reach</source>
      <translation>Moyens de contact</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/signin.py" />
      <source>Welcome. Your first password was known to somebody else; choose one that only you know.</source>
      <translation>Bienvenue. Quelqu’un d’autre connaissait votre premier mot de passe ; choisissez-en un que vous seul connaissez.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit.py" />
      <source>What</source>
      <translation>Quoi</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/check_in_deeds.py" />
      <source>What is due stays due. Your name and reason go into the audit.</source>
      <translation>La somme reste due. Votre nom et votre motif vont dans l’audit.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/details.py" />
      <source>What is on file is replaced as a whole: kind, country and number.</source>
      <translation>Ce qui est au dossier est remplacé en entier : type, pays et numéro.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/course_form.py" />
      <source>What it is</source>
      <translation>Présentation</translation>
    </message>
    <message>
      <location filename="mdi_desk/cli/commands.py" />
      <source>What this station is called.</source>
      <translation>Le nom de ce poste.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/pdf.py" />
      <source>What was read</source>
      <translation>Ce qui a été lu</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/seat.py" />
      <source>What was sent late, or refused, is told here.</source>
      <translation>Ce qui est parti en retard, ou a été refusé, s’affiche ici.</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/formsheet.py" />
      <source>What you typed here is lost.</source>
      <translation>Votre saisie est perdue.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/panel.py" />
      <source>WhatsApp</source>
      <translation>WhatsApp</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit.py" />
      <source>When</source>
      <translation>Quand</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/pdf.py" />
      <source>Where</source>
      <translation>Où</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/person_waivers.py" />
      <source>Which waiver?</source>
      <translation>Quelle décharge ?</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/new_person.py" />
      <source>While you type, people who look alike appear here.</source>
      <translation>Pendant la saisie, les personnes qui se ressemblent apparaissent ici.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit.py" />
      <source>Who</source>
      <translation>Qui</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/course_form.py" />
      <source>Who may take part</source>
      <translation>Qui peut participer</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/people.py" />
      <source>Whom to show</source>
      <translation>Qui afficher</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit_words.py" />
      <source>With a guardian from age</source>
      <translation>Avec un tuteur dès l’âge de</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/service/catalogue.py" />
      <source>With a guardian the age is lower than the minimum age.</source>
      <translation>L’âge avec un tuteur est inférieur à l’âge minimum.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/course_form.py" />
      <source>With commas between.</source>
      <translation>Séparés par des virgules.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/person_waivers.py" />
      <source>Withdraw</source>
      <translation>Retirer</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/person_waivers.py" />
      <source>Withdraw this waiver?</source>
      <translation>Retirer cette décharge ?</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/person_lists.py" />
      <source>Withdrawn</source>
      <translation>Retirée</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/doctor.py" />
      <source>Without a display the desk plays its tour; desk tour --out DIR does too.</source>
      <translation>Sans écran, le poste joue sa visite guidée ; desk tour --out DIR le fait aussi.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/ui/capture.py" />
      <source>Witness</source>
      <translation>Témoin</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/editors.py" />
      <source>Write a date and a time, such as {example} 09:30.</source>
      <translation>Écrivez une date et une heure, comme {example} 09:30.</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/editors.py" />
      <source>Write a date, such as {example}.</source>
      <translation>Écrivez une date, comme {example}.</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/widgets/sheets.py" />
      <source>Write a reason first.</source>
      <translation>Écrivez d’abord un motif.</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/editors.py" />
      <source>Write a telephone number, such as (304) 555-0142.</source>
      <translation>Écrivez un numéro de téléphone, comme (304) 555-0142.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/specs.py" />
      <source>Write a time zone such as America/New_York, or leave it empty.</source>
      <translation>Écrivez un fuseau horaire comme America/New_York, ou laissez vide.</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/editors.py" />
      <source>Write a whole number.</source>
      <translation>Écrivez un nombre entier.</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/editors.py" />
      <source>Write an amount, such as {example}.</source>
      <translation>Écrivez un montant, comme {example}.</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/editors.py" />
      <source>Write an e-mail address, such as ana@example.org.</source>
      <translation>Écrivez une adresse e-mail, comme ana@example.org.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/service/people.py" />
      <source>Write at least a street or a city.</source>
      <translation>Écrivez au moins une rue ou une ville.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>Write down the reason first.</source>
      <translation>Écrivez d’abord le motif.</translation>
    </message>
    <message>
      <location filename="mdi_desk/cli/database.py" />
      <source>Write logins and data into one file; no private keys.</source>
      <translation>Écrit comptes et données dans un fichier ; sans clés privées.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/service/catalogue.py" />
      <source>Write the course’s name.</source>
      <translation>Écrivez le nom de la formation.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/service/columns.py" />
      <source>Write the given name.</source>
      <translation>Écrivez le prénom.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/service.py" />
      <source>Write the text once in each language, in English at least.</source>
      <translation>Écrivez le texte une fois par langue, au moins en anglais.</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/editors.py" />
      <source>Write the time as hours and minutes, such as 09:30.</source>
      <translation>Écrivez l’heure en heures et minutes, comme 09:30.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/sample/load.py" />
      <source>Writing bookings, orders and payments</source>
      <translation>Écriture des réservations, commandes et paiements</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/sample/load.py" />
      <source>Writing courses and classes</source>
      <translation>Écriture des formations et des cours</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/sample/load.py" />
      <source>Writing people</source>
      <translation>Écriture des personnes</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/sample/growth.py" />
      <source>Writing people ({done} of {all})</source>
      <translation>Écriture des personnes ({done} sur {all})</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/sample/load.py" />
      <source>Writing the books of who did what</source>
      <translation>Écriture du registre de qui a fait quoi</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/database/copies.py" />
      <source>Writing the data</source>
      <translation>Écriture des données</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/sample/load.py" />
      <source>Writing waivers</source>
      <translation>Écriture des décharges</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/ui/capture.py" />
      <source>Yes</source>
      <translation>Oui</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/today.py" />
      <source>Yesterday</source>
      <translation>Hier</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>You cannot be the guardian at your own desk. Ask a colleague to do this under their own name.</source>
      <translation>Vous ne pouvez pas être le tuteur à votre propre poste. Demandez à un collègue de le faire sous son nom.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>You cannot do this to your own account. Ask another administrator.</source>
      <translation>Vous ne pouvez pas le faire sur votre propre compte. Demandez à un autre administrateur.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/first_password.py" />
      <source>You choose your own password at the first sign-in.</source>
      <translation>Vous choisissez votre propre mot de passe à la première connexion.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/changes.py" />
      <source>Your account was disabled. Ask an administrator.</source>
      <translation>Votre compte a été désactivé. Adressez-vous à un administrateur.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/errors.py" />
      <source>Your job does not allow this. Ask a manager.</source>
      <translation>Votre fonction ne le permet pas. Demandez à un responsable.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/ui/document.py" />
      <source>Your job does not show signatures. Ask a manager for the paper.</source>
      <translation>Votre fonction ne montre pas les signatures. Demandez le document à un responsable.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/session.py" />
      <source>Your jobs were changed. Sign in again to go on with the new ones.</source>
      <translation>Vos fonctions ont changé. Reconnectez-vous pour continuer avec les nouvelles.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/accounts.py" />
      <source>Your own account is changed on the server’s own computer.</source>
      <translation>Votre propre compte se modifie sur l’ordinateur du serveur.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/session.py" />
      <source>Your password was reset. Sign in with the new one.</source>
      <translation>Votre mot de passe a été réinitialisé. Connectez-vous avec le nouveau.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/seat.py" />
      <source>Your session was ended. Sign in again.</source>
      <translation>Votre session a pris fin. Reconnectez-vous.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/errors.py" />
      <source>Your sign-in is not accepted any more. Sign in again, or ask an administrator.</source>
      <translation>Votre connexion n’est plus acceptée. Reconnectez-vous, ou adressez-vous à un administrateur.</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/forms.py" />
      <source>Yours</source>
      <translation>Votre valeur</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/lines.py" />
      <source>a guardian must sign</source>
      <translation>un tuteur doit signer</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/bench/search.py" />
      <source>a keystroke, as {job}</source>
      <translation>une touche, en tant que {job}</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/gate.py" />
      <source>a minor can’t sign the waiver alone</source>
      <translation>un mineur ne peut pas signer seul la décharge</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/records.py" />
      <source>a minor’s waiver is signed by their guardian</source>
      <translation>la décharge d’un mineur est signée par son tuteur</translation>
    </message>
    <message>
      <location filename="mdi_desk/cli/database.py" />
      <source>accounts: {n}, in {file}</source>
      <translation>comptes : {n}, dans {file}</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/check_in_facts.py" />
      <source>age unknown</source>
      <translation>âge inconnu</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/today_cards.py" />
      <source>all ready</source>
      <translation>tous prêts</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/gate.py" />
      <source>another desk</source>
      <translation>un autre poste</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/pdf.py" />
      <source>as guardian</source>
      <translation>comme tuteur</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/pdf.py" />
      <source>as guardian ({relationship})</source>
      <translation>comme tuteur ({relationship})</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/gate.py" />
      <source>attendance is final</source>
      <translation>les présences sont définitives</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/history.py" />
      <source>before and after</source>
      <translation>avant et après</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit_words.py" />
      <source>booked</source>
      <translation>réservé</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/pdf.py" />
      <source>born {day}</source>
      <translation>naissance le {day}</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/doctor.py" />
      <source>can be used for scanning</source>
      <translation>peut servir à scanner</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/classes.py" />
      <source>cancel class</source>
      <translation>annuler</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/today_cards.py" />
      <source>cancelled</source>
      <translation>annulé</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit_words.py" />
      <source>card</source>
      <translation>carte</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit_words.py" />
      <source>cash</source>
      <translation>espèces</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/accounts.py" />
      <source>change jobs</source>
      <translation>fonctions</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/roster.py" />
      <source>check in</source>
      <translation>enregistrer</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/person_tabs.py" />
      <source>check-in card</source>
      <translation>fiche d’enregistrement</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/bench/check_in.py" />
      <source>check-in through the service</source>
      <translation>enregistrement par le service</translation>
    </message>
    <message>
      <location filename="mdi_desk/cli/commands.py" />
      <source>check-in, roster, search or start.</source>
      <translation>check-in, roster, search ou start.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/lines.py" />
      <source>class at {time}</source>
      <translation>cours à {time}</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/today_cards.py" />
      <source>closed</source>
      <translation>clos</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/database/dictionary.py" />
      <source>column</source>
      <translation>colonne</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit_words.py" />
      <source>completed</source>
      <translation>terminé</translation>
    </message>
    <message>
      <location filename="mdi_desk/cli/database.py" />
      <source>desk db info --json says how to sign in. Ctrl-C stops it.</source>
      <translation>desk db info --json dit comment se connecter. Ctrl-C l’arrête.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit_words.py" />
      <source>did not come</source>
      <translation>pas venu</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/accounts.py" />
      <source>disable or enable</source>
      <translation>désactiver ou réactiver</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/classes.py" />
      <source>edit</source>
      <translation>modifier</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/person_tabs.py" />
      <source>edit the person</source>
      <translation>modifier la personne</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/database/dictionary.py" />
      <source>empty</source>
      <translation>vide</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/roster.py" />
      <source>excused</source>
      <translation>excusé</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/embedded/programs.py" />
      <source>exit status {n}</source>
      <translation>code de sortie {n}</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/pdf.py" />
      <source>finger</source>
      <translation>doigt</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/bench/figures.py" />
      <source>floor</source>
      <translation>plancher</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/signin.py" />
      <source>for example 4</source>
      <translation>par exemple 4</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/pdf.py" />
      <source>for themselves</source>
      <translation>pour soi-même</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/book.py" />
      <source>free</source>
      <translation>gratuit</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/gate.py" />
      <source>from {age} years</source>
      <translation>dès {age} ans</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/today_cards.py" />
      <source>full</source>
      <translation>complet</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/database/dictionary.py" />
      <source>function</source>
      <translation>fonction</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/bench/figures.py" />
      <source>goal</source>
      <translation>objectif</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/editors.py" />
      <source>hh:mm</source>
      <translation>hh:mm</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/show.py" />
      <source>in {n} day</source>
      <translation>dans {n} jour</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/show.py" />
      <source>in {n} days</source>
      <translation>dans {n} jours</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/embedded/owner.py" />
      <source>it does not exist</source>
      <translation>il n’existe pas</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/doctor.py" />
      <source>it ended without a word</source>
      <translation>il s’est arrêté sans un mot</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/embedded/owner.py" />
      <source>it is the administrator</source>
      <translation>c’est l’administrateur</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/gate.py" />
      <source>it was on {day}</source>
      <translation>c’était le {day}</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/records.py" />
      <source>it was valid until {day}</source>
      <translation>elle était valable jusqu’au {day}</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/bench/pixels.py" />
      <source>key to pixels</source>
      <translation>de la touche aux pixels</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/roster.py" />
      <source>late</source>
      <translation>retard</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/roster.py" />
      <source>left</source>
      <translation>parti</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit_words.py" />
      <source>left early</source>
      <translation>parti avant la fin</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/check_in_facts.py" />
      <source>let in by a manager: {reason}</source>
      <translation>admis par un responsable : {reason}</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/person_tabs.py" />
      <source>lines and payments</source>
      <translation>lignes et paiements</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/courses.py" />
      <source>look</source>
      <translation>regarder</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit.py" />
      <source>look again</source>
      <translation>regarder de nouveau</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/panel.py" />
      <source>main</source>
      <translation>principale</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/database/dictionary.py" />
      <source>may be</source>
      <translation>possible</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/database/dictionary.py" />
      <source>meaning</source>
      <translation>signification</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/book.py" />
      <source>minor</source>
      <translation>mineur</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/show.py" />
      <source>mm/dd/yyyy</source>
      <translation>jj/mm/aaaa</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/pdf.py" />
      <source>mouse</source>
      <translation>souris</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/roster.py" />
      <source>move</source>
      <translation>aller</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/bench/figures.py" />
      <source>n</source>
      <translation>n</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/account_panel.py" />
      <source>never</source>
      <translation>jamais</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/people.py" />
      <source>new person</source>
      <translation>nouvelle personne</translation>
    </message>
    <message>
      <location filename="mdi_desk/cli/show.py" />
      <source>no</source>
      <translation>non</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/guardian.py" />
      <source>no birth date</source>
      <translation>sans date de naissance</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/today.py" />
      <source>no classes</source>
      <translation>aucun cours</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/gate.py" />
      <source>no guardian is on file</source>
      <translation>aucun tuteur au dossier</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/panel.py" />
      <source>no messages</source>
      <translation>pas de messages</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/lines.py" />
      <source>no waiver</source>
      <translation>sans décharge</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/instructors.py" />
      <source>no. {n}</source>
      <translation>nº {n}</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/today_cards.py" />
      <source>nobody booked yet</source>
      <translation>personne d’inscrit</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/doctor.py" />
      <source>none</source>
      <translation>aucun</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/doctor.py" />
      <source>not installed</source>
      <translation>pas installé</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/doctor.py" />
      <source>not made yet</source>
      <translation>pas encore créée</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/lines.py" />
      <source>not paid</source>
      <translation>impayé</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/doctor.py" />
      <source>not running</source>
      <translation>arrêtée</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/gate.py" />
      <source>not signed yet</source>
      <translation>pas encore signée</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/pdf.py" />
      <source>not yet recorded</source>
      <translation>pas encore inscrit</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/lines.py" />
      <source>now of age, must sign the waiver</source>
      <translation>majeur, doit signer la décharge</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/records.py" />
      <source>of age now, so the guardian’s signature no longer counts</source>
      <translation>majeur depuis : la signature du tuteur ne compte plus</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/gate.py" />
      <source>of age since the guardian signed</source>
      <translation>majeur depuis la signature du tuteur</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/person_card.py" />
      <source>on file since {year}</source>
      <translation>fiche ouverte en {year}</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/gate.py" />
      <source>on {day}</source>
      <translation>le {day}</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/person_tabs.py" />
      <source>open</source>
      <translation>ouvrir</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/today.py" />
      <source>open its roster</source>
      <translation>ouvrir sa liste</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/people.py" />
      <source>open the card</source>
      <translation>ouvrir la fiche</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/sales/ui/order.py" />
      <source>ordered on {day}</source>
      <translation>commandé le {day}</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/roster.py" />
      <source>payment</source>
      <translation>payer</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/pdf.py" />
      <source>pen</source>
      <translation>stylet</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit_words.py" />
      <source>present</source>
      <translation>présent</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/person_tabs.py" />
      <source>print</source>
      <translation>imprimer</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/pdf.py" />
      <source>relationship: {relationship}</source>
      <translation>lien : {relationship}</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/accounts.py" />
      <source>reset password</source>
      <translation>réinitialiser</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/classes.py" />
      <source>roster</source>
      <translation>liste</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/person_tabs.py" />
      <source>save PDF</source>
      <translation>sauvegarder le PDF</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/check_in_facts.py" />
      <source>saved at this station, not confirmed yet</source>
      <translation>conservé à ce poste, pas encore confirmé</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit_words.py" />
      <source>scheduled</source>
      <translation>prévu</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/records.py" />
      <source>sign it again</source>
      <translation>à signer de nouveau</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/ui/capture.py" />
      <source>signature</source>
      <translation>signature</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/gate.py" />
      <source>signed version {signed}, current is {version}</source>
      <translation>version {signed} signée, {version} en vigueur</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/records.py" />
      <source>signed version {version}, a newer one is in force</source>
      <translation>version {version} signée, une plus récente est en vigueur</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/ui/capture.py" />
      <source>signs for {name}</source>
      <translation>signe pour {name}</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/check_in_facts.py" />
      <source>since {year}</source>
      <translation>depuis {year}</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/gate.py" />
      <source>starts at {time}</source>
      <translation>commence à {time}</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/instructor_form.py" />
      <source>teaches already</source>
      <translation>enseigne déjà</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/panel.py" />
      <source>that of the institute</source>
      <translation>celui de l’institut</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/today.py" />
      <source>the class above</source>
      <translation>le cours au-dessus</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/today.py" />
      <source>the class below</source>
      <translation>le cours au-dessous</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/gate.py" />
      <source>the class is on {day}</source>
      <translation>le cours est le {day}</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/bench/roster.py" />
      <source>the data, as {job}</source>
      <translation>les données, en tant que {job}</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/gate.py" />
      <source>the gate said no</source>
      <translation>le contrôle d’accès a dit non</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/roster.py" />
      <source>the person above</source>
      <translation>la personne au-dessus</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/roster.py" />
      <source>the person below</source>
      <translation>la personne au-dessous</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/bench/pixels.py" />
      <source>the pixels</source>
      <translation>les pixels</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/bench/check_in.py" />
      <source>the same, written into the journal first</source>
      <translation>le même, inscrit d’abord dans le journal</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/gate.py" />
      <source>there is a newer version</source>
      <translation>il y a une version plus récente</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/embedded/programs.py" />
      <source>they are made for another kind of processor</source>
      <translation>ils sont faits pour un autre type de processeur</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/engine.py" />
      <source>this computer</source>
      <translation>cet ordinateur</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/classes.py" />
      <source>this week</source>
      <translation>cette semaine</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/person_tabs.py" />
      <source>ticket</source>
      <translation>billet</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/bench/start.py" />
      <source>to a usable Today page</source>
      <translation>jusqu’à une page du jour utilisable</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/bench/start.py" />
      <source>to the first paint</source>
      <translation>jusqu’à la première image</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/people.py" />
      <source>to the list</source>
      <translation>à la liste</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/today_cards.py" />
      <source>to {time}</source>
      <translation>à {time}</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/show.py" />
      <source>today</source>
      <translation>aujourd’hui</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/show.py" />
      <source>tomorrow</source>
      <translation>demain</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/database/dictionary.py" />
      <source>type</source>
      <translation>type</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/records.py" />
      <source>until {day}</source>
      <translation>jusqu’au {day}</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/embedded/owner.py" />
      <source>useradd is missing</source>
      <translation>useradd manque</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/gate.py" />
      <source>valid until {day}</source>
      <translation>valable jusqu’au {day}</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit.py" />
      <source>values before and after</source>
      <translation>valeurs avant et après</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/person_lists.py" />
      <source>version {version}</source>
      <translation>version {version}</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/gate.py" />
      <source>version {version} not signed</source>
      <translation>version {version} non signée</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/roster.py" />
      <source>waiver</source>
      <translation>décharge</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/lines.py" />
      <source>waiver expired</source>
      <translation>décharge expirée</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/lines.py" />
      <source>waiver has a new version</source>
      <translation>nouvelle version de la décharge</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/doctor.py" />
      <source>wanted</source>
      <translation>attendu</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/classes.py" />
      <source>week after</source>
      <translation>après</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/classes.py" />
      <source>week before</source>
      <translation>avant</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/person_tabs.py" />
      <source>withdraw</source>
      <translation>retirer</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/bench/figures.py" />
      <source>work</source>
      <translation>travail</translation>
    </message>
    <message>
      <location filename="mdi_desk/cli/show.py" />
      <source>yes</source>
      <translation>oui</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/show.py" />
      <source>yesterday</source>
      <translation>hier</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/gate.py" />
      <source>{age} years old</source>
      <translation>{age} ans</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/gate.py" />
      <source>{age}, or with a guardian</source>
      <translation>{age}, ou avec un tuteur</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/gate.py" />
      <source>{age}, or with a guardian from {young}</source>
      <translation>{age}, ou avec un tuteur dès {young} ans</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/roster.py" />
      <source>{booked} of {seats}</source>
      <translation>{booked} sur {seats}</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit.py" />
      <source>{count} lines</source>
      <translation>{count} lignes</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/people.py" />
      <source>{count} people</source>
      <translation>{count} personnes</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/classes.py" />
      <source>{course} is cancelled.</source>
      <translation>{course} est annulé.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/classes.py" />
      <source>{course} is cancelled. Tell the people who are booked.</source>
      <translation>{course} est annulé. Prévenez les personnes inscrites.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/courses.py" />
      <source>{course} is saved.</source>
      <translation>{course} : sauvegardé.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/classes.py" />
      <source>{course} on {day} at {time} is saved.</source>
      <translation>{course}, {day} à {time} : sauvegardé.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/doctor.py" />
      <source>{dbname}, revision {revision}</source>
      <translation>{dbname}, révision {revision}</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/lines.py" />
      <source>{due}, allowed</source>
      <translation>{due}, autorisé</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/records/words.py" />
      <source>{field} changed from {old} to {new}</source>
      <translation>{field} : {old} devient {new}</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/records/words.py" />
      <source>{field} removed (was {old})</source>
      <translation>{field} : effacé (avant : {old})</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/records/words.py" />
      <source>{field} set to {new}</source>
      <translation>{field} : {new}</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/database/copies.py" />
      <source>{file} is not a whole backup of MDI Desk.</source>
      <translation>{file} n’est pas une sauvegarde complète de MDI Desk.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/database/copies.py" />
      <source>{file} was made by a newer desk; use that one.</source>
      <translation>{file} vient d’une version plus récente ; utilisez celle-là.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/classes.py" />
      <source>{first} to {last}</source>
      <translation>{first} au {last}</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/embedded/trouble.py" />
      <source>{folder} cannot be the database folder, since a file of that name is in the way; choose another folder with MDI_DESK_DATA.</source>
      <translation>{folder} ne peut pas être le dossier de la base de données, car un fichier de ce nom existe ; choisissez un autre dossier avec MDI_DESK_DATA.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/database/copies.py" />
      <source>{folder} can’t be written to: {why}.</source>
      <translation>Impossible d’écrire dans {folder} : {why}.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/doctor.py" />
      <source>{folder}, {free} MB free</source>
      <translation>{folder}, {free} Mo libres</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/forms.py" />
      <source>{label}, required</source>
      <translation>{label}, obligatoire</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/editors.py" />
      <source>{label}, time</source>
      <translation>{label}, heure</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/pdf.py" />
      <source>{minutes} min {seconds} s</source>
      <translation>{minutes} min {seconds} s</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/sales/ui/pay.py" />
      <source>{money} are missing.</source>
      <translation>Il manque {money}.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/person_lists.py" />
      <source>{money} due</source>
      <translation>{money} dus</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/ticket.py" />
      <source>{money} due at check-in.</source>
      <translation>{money} à payer à l’enregistrement.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/book.py" />
      <source>{money} due.</source>
      <translation>{money} dus.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/sales/ui/pay.py" />
      <source>{money} taken.</source>
      <translation>{money} encaissés.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/sales/ui/pay.py" />
      <source>{money} taken. Give back {back}.</source>
      <translation>{money} encaissés. Rendez {back}.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/accounts.py" />
      <source>{name} can sign in again with the old password.</source>
      <translation>{name} peut se reconnecter avec l’ancien mot de passe.</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/scanner.py" />
      <source>{name} cannot be opened: look at its permissions.</source>
      <translation>Impossible d’ouvrir {name} : regardez ses droits d’accès.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/gate.py" />
      <source>{name} can’t be checked in: {reason}.</source>
      <translation>Impossible d’enregistrer {name} : {reason}.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/ui/guardian.py" />
      <source>{name} can’t sign: the guardian must be an adult with a birth date on file.</source>
      <translation>{name} ne peut pas signer : le tuteur doit être un adulte dont la date de naissance est au dossier.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/book.py" />
      <source>{name} has seat {seat}.</source>
      <translation>{name} a la place {seat}.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/gate.py" />
      <source>{name} is checked in.</source>
      <translation>{name} : enregistrement fait.</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/scanner.py" />
      <source>{name} is damaged: take the picture again.</source>
      <translation>{name} est endommagé : reprenez l’image.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/panel.py" />
      <source>{name} is no longer a guardian</source>
      <translation>{name} n’est plus tuteur</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/panel.py" />
      <source>{name} is no longer a guardian?</source>
      <translation>{name} n’est plus tuteur ?</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/scanner.py" />
      <source>{name} is not a file.</source>
      <translation>{name} n’est pas un fichier.</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/scanner.py" />
      <source>{name} is not a picture: choose a PNG or JPEG of the code.</source>
      <translation>{name} n’est pas une image : choisissez un PNG ou un JPEG du code.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/accounts.py" />
      <source>{name} is not signed in anywhere.</source>
      <translation>{name} n’a pas de session ouverte.</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/scanner.py" />
      <source>{name} is not there any more.</source>
      <translation>{name} n’existe plus.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/people.py" />
      <source>{name} is on file.</source>
      <translation>{name} : fiche créée.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/instructors.py" />
      <source>{name} is saved.</source>
      <translation>{name} : sauvegardé.</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/scanner.py" />
      <source>{name} is too large to read: make a smaller picture of the code.</source>
      <translation>{name} est trop grand à lire : faites une image plus petite du code.</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/scanner.py" />
      <source>{name} is too large: choose a picture under 100 MB.</source>
      <translation>{name} est trop grand : choisissez une image de moins de 100 Mo.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/accounts.py" />
      <source>{name} may sign in again.</source>
      <translation>{name} peut se reconnecter.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/panel.py" />
      <source>{name} may then no longer sign. Waivers already signed stay valid.</source>
      <translation>{name} ne pourra plus signer. Les décharges déjà signées restent valables.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/gate.py" />
      <source>{name} was checked in already: {time}, {station}, by {by}.</source>
      <translation>{name} : déjà enregistré ({time}, {station}, par {by}).</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/accounts.py" />
      <source>{name} was signed out.</source>
      <translation>Les postes de {name} sont déconnectés.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/check_in_deeds.py" />
      <source>{name} will count as not arrived. The check-in and this undo stay on record.</source>
      <translation>{name} comptera comme non arrivé. L’enregistrement et son retrait restent au dossier.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/pdf.py" />
      <source>{name}, by a mark</source>
      <translation>{name}, par une marque</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/bench/figures.py" />
      <source>{name}, {rows} rows, milliseconds</source>
      <translation>{name}, {rows} lignes, millisecondes</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/check_in_deeds.py" />
      <source>{name}: saved at this station, not confirmed yet.</source>
      <translation>{name} : conservé à ce poste, pas encore confirmé.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/person_waivers.py" />
      <source>{name}: waiver saved at this station, not confirmed yet.</source>
      <translation>{name} : décharge conservée à ce poste, pas encore confirmée.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/accounts.py" />
      <source>{n} account</source>
      <translation>{n} compte</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/accounts.py" />
      <source>{n} accounts</source>
      <translation>{n} comptes</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/today_cards.py" />
      <source>{n} birth date missing</source>
      <translation>{n} date de naissance manquante</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/today_cards.py" />
      <source>{n} birth dates missing</source>
      <translation>{n} dates de naissance manquantes</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/today.py" />
      <source>{n} class</source>
      <translation>{n} cours</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/today.py" />
      <source>{n} classes</source>
      <translation>{n} cours</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/courses.py" />
      <source>{n} course</source>
      <translation>{n} formation</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/courses.py" />
      <source>{n} courses</source>
      <translation>{n} formations</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/show.py" />
      <source>{n} day ago</source>
      <translation>il y a {n} jour</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/show.py" />
      <source>{n} days ago</source>
      <translation>il y a {n} jours</translation>
    </message>
    <message>
      <location filename="mdi_desk/cli/database.py" />
      <source>{n} file was applied.</source>
      <translation>{n} fichier appliqué.</translation>
    </message>
    <message>
      <location filename="mdi_desk/cli/database.py" />
      <source>{n} files were applied.</source>
      <translation>{n} fichiers appliqués.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/instructors.py" />
      <source>{n} instructor</source>
      <translation>{n} instructeur</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/instructors.py" />
      <source>{n} instructors</source>
      <translation>{n} instructeurs</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit.py" />
      <source>{n} line</source>
      <translation>{n} ligne</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/audit.py" />
      <source>{n} lines</source>
      <translation>{n} lignes</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/people.py" />
      <source>{n} match</source>
      <translation>{n} résultat</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/people/ui/people.py" />
      <source>{n} matches</source>
      <translation>{n} résultats</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/today_cards.py" />
      <source>{n} not here yet</source>
      <translation>{n} pas encore là</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/widgets/shell.py" />
      <source>{n} notification</source>
      <translation>{n} notification</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/widgets/shell.py" />
      <source>{n} notifications</source>
      <translation>{n} notifications</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/today_cards.py" />
      <source>{n} of {booked} arrived</source>
      <translation>Arrivés : {n} sur {booked}</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/week.py" />
      <source>{n} of {most}</source>
      <translation>{n} sur {most}</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/class_panel.py" />
      <source>{n} of {most} booked</source>
      <translation>Inscrits : {n} sur {most}</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/courses.py" />
      <source>{n} offered</source>
      <translation>{n} au programme</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/today.py" />
      <source>{n} people</source>
      <translation>{n} personnes</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>{n} people are booked already: the class cannot have fewer seats than that.</source>
      <translation>{n} personnes ont déjà réservé : le cours ne peut pas avoir moins de places.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/class_form.py" />
      <source>{n} people are booked, so the course stays. Make a new class for another course.</source>
      <translation>{n} personnes ont réservé : la formation ne change donc pas. Créez un nouveau cours pour une autre formation.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/classes.py" />
      <source>{n} people are booked. Their bookings stay on record, but nobody can be checked in any more; the desk sends no message and gives no money back by itself.</source>
      <translation>{n} personnes ont réservé. Leurs réservations restent au dossier, mais plus personne ne peut être enregistré ; le poste n’envoie aucun message et ne rembourse rien de lui-même.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/today.py" />
      <source>{n} person</source>
      <translation>{n} personne</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/sentences.py" />
      <source>{n} person is booked already: the class cannot have fewer seats than that.</source>
      <translation>{n} personne a déjà réservé : le cours ne peut pas avoir moins de places.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/class_form.py" />
      <source>{n} person is booked, so the course stays. Make a new class for another course.</source>
      <translation>{n} personne a réservé : la formation ne change donc pas. Créez un nouveau cours pour une autre formation.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/classes.py" />
      <source>{n} person is booked. The booking stays on record, but nobody can be checked in any more; the desk sends no message and gives no money back by itself.</source>
      <translation>{n} personne a réservé. La réservation reste au dossier, mais plus personne ne peut être enregistré ; le poste n’envoie aucun message et ne rembourse rien de lui-même.</translation>
    </message>
    <message>
      <location filename="mdi_desk/cli/database.py" />
      <source>{n} problem was found.</source>
      <translation>{n} problème trouvé.</translation>
    </message>
    <message>
      <location filename="mdi_desk/cli/database.py" />
      <source>{n} problems were found.</source>
      <translation>{n} problèmes trouvés.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/book.py" />
      <source>{n} seat is free</source>
      <translation>{n} place libre</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/book.py" />
      <source>{n} seats are free</source>
      <translation>{n} places libres</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/admin/ui/accounts.py" />
      <source>{n} signed in now</source>
      <translation>{n} en ligne</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/instructors.py" />
      <source>{n} teaching at present</source>
      <translation>{n} en activité</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/ticket.py" />
      <source>{n} ticket, a page</source>
      <translation>{n} billet, une page</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/ticket.py" />
      <source>{n} tickets, a page each</source>
      <translation>{n} billets, une page chacun</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/today_cards.py" />
      <source>{n} unpaid</source>
      <translation>{n} à payer</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/class_panel.py" />
      <source>{n} waiver</source>
      <translation>{n} décharge</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/today_cards.py" />
      <source>{n} waiver missing</source>
      <translation>{n} décharge manquante</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/class_panel.py" />
      <source>{n} waivers</source>
      <translation>{n} décharges</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/today_cards.py" />
      <source>{n} waivers missing</source>
      <translation>{n} décharges manquantes</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/today_cards.py" />
      <source>{n} was booked</source>
      <translation>Inscrits : {n}</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/screens/today_cards.py" />
      <source>{n} were booked</source>
      <translation>Inscrits : {n}</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/doctor.py" />
      <source>{n}, none missing, none out of date</source>
      <translation>{n}, aucun manquant, aucun périmé</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/doctor.py" />
      <source>{path} can be read by others</source>
      <translation>d’autres peuvent lire {path}</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/database/upkeep.py" />
      <source>{path} can be read by others; run: chmod 600 on it</source>
      <translation>D’autres peuvent lire {path} ; lancez : chmod 600 sur ce fichier</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/database/accounts.py" />
      <source>{path} can’t be written: {why}.</source>
      <translation>Impossible d’écrire {path} : {why}.</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/migrate.py" />
      <source>{path} differs from what the database has. Run: desk db upgrade</source>
      <translation>{path} diffère de ce qu’a la base de données. Lancez : desk db upgrade</translation>
    </message>
    <message>
      <location filename="mdi_desk/db/migrate.py" />
      <source>{path} was applied once and is gone.</source>
      <translation>{path} a été appliqué un jour et a disparu.</translation>
    </message>
    <message>
      <location filename="mdi_desk/app/database/copies.py" />
      <source>{program} did not finish: {said}</source>
      <translation>{program} n’a pas abouti : {said}</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/pdf.py" />
      <source>{seconds} s</source>
      <translation>{seconds} s</translation>
    </message>
    <message>
      <location filename="mdi_desk/cli/commands.py" />
      <source>{sentence}. See {name} --help.</source>
      <translation>{sentence}. Voir {name} --help.</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/show.py" />
      <source>{start} to {end}</source>
      <translation>{start} à {end}</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/pdf.py" />
      <source>{start} until {day}, {end}</source>
      <translation>{start} jusqu’au {day}, {end}</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/gate.py" />
      <source>{step}, or ask a manager to override.</source>
      <translation>{step}, ou demandez une dérogation à un responsable.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/records/gate.py" />
      <source>{step}.</source>
      <translation>{step}.</translation>
    </message>
    <message>
      <location filename="mdi_desk/cli/database.py" />
      <source>{tables} tables with {rows} rows are back, each with as many rows as in the backup.</source>
      <translation>{tables} tables avec {rows} lignes sont revenues, chacune avec autant de lignes que dans la sauvegarde.</translation>
    </message>
    <message>
      <location filename="mdi_desk/cli/database.py" />
      <source>{tables} tables with {rows} rows are in {file} ({size} MB).</source>
      <translation>{tables} tables avec {rows} lignes sont dans {file} ({size} Mo).</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/class_panel.py" />
      <source>{waivers}, {n} unpaid</source>
      <translation>{waivers}, {n} à payer</translation>
    </message>
    <message>
      <location filename="mdi_desk/qt/forms.py" />
      <source>{who} saved this record while you were editing.</source>
      <translation>{who} a sauvegardé cette fiche pendant que vous la modifiiez.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/course_form.py" />
      <source>– for any level.</source>
      <translation>– pour tout niveau.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/class_form.py" />
      <source>– for somewhere else</source>
      <translation>– pour un autre endroit</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/training/ui/course_form.py" />
      <source>– when none has to be signed.</source>
      <translation>– si aucune n’est à signer.</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/ui/capture.py" />
      <source>↓  Read to the end to go on</source>
      <translation>↓  Lisez jusqu’au bout pour continuer</translation>
    </message>
    <message>
      <location filename="mdi_desk/domains/waivers/ui/capture.py" />
      <source>✓  Read to the end</source>
      <translation>✓  Lu jusqu’au bout</translation>
    </message>
  </context>
</TS>
