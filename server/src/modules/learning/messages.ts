import { defineMessages } from '../../platform/messages.ts'

/** Notices, mails and certificates of this module, in the words of the reader. */
export const say = defineMessages({
  en: {
    'copy.word': 'copy',
    'notice.enrolled.title': 'You are in “{course}”',
    'notice.enrolled.message': 'You have been enrolled in the course “{course}”. You can begin right away.',
    'notice.certificate_issued.title': 'Your certificate for “{course}” is ready',
    'notice.certificate_issued.message':
      'You have completed “{course}”. Your certificate has the number {number}; anybody you give it to can check it.',
    'notice.certificate_revoked.title': 'Your certificate for “{course}” was revoked',
    'notice.certificate_revoked.message':
      'The certificate {number} for “{course}” no longer counts. Reason: {reason}',
    'notice.learner_completed.title': '{name} has completed “{course}”',
    'notice.learner_completed.message': '{name} has finished every page of “{course}”.',
    'certificate.title': 'Certificate of completion',
    'certificate.says': 'This certifies that',
    'certificate.did': 'has completed the course',
    'certificate.issued': 'Issued on {date, date, long}',
    'certificate.number': 'Number {number}',
    'certificate.check': 'Check this certificate:',
    'certificate.subject': '{name} has completed “{course}”',
  },
  de: {
    'copy.word': 'Kopie',
    'notice.enrolled.title': 'Sie sind in „{course}“',
    'notice.enrolled.message':
      'Sie wurden in den Kurs „{course}“ eingeschrieben. Sie können sofort anfangen.',
    'notice.certificate_issued.title': 'Ihr Zertifikat für „{course}“ ist da',
    'notice.certificate_issued.message':
      'Sie haben „{course}“ abgeschlossen. Ihr Zertifikat hat die Nummer {number}; wer sie von Ihnen bekommt, kann es prüfen.',
    'notice.certificate_revoked.title': 'Ihr Zertifikat für „{course}“ wurde widerrufen',
    'notice.certificate_revoked.message':
      'Das Zertifikat {number} für „{course}“ gilt nicht mehr. Grund: {reason}',
    'notice.learner_completed.title': '{name} hat „{course}“ abgeschlossen',
    'notice.learner_completed.message': '{name} hat alle Seiten von „{course}“ abgeschlossen.',
    'certificate.title': 'Abschlusszertifikat',
    'certificate.says': 'Hiermit wird bescheinigt, dass',
    'certificate.did': 'den folgenden Kurs abgeschlossen hat:',
    'certificate.issued': 'Ausgestellt am {date, date, long}',
    'certificate.number': 'Nummer {number}',
    'certificate.check': 'Dieses Zertifikat prüfen:',
    'certificate.subject': '{name} hat „{course}“ abgeschlossen',
  },
})
