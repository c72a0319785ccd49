/** IDs that people make: names, words, years, telephone numbers, keyboard rows, pass phrases. The vendor is Pixelworks, the customer Acme Corporation. */
export const guessableIds: readonly string[] = `
  pixelworks-2024-prod PixelworksProduction acme-corporation-01 acme-corp-2024-main-account pixelworks-customer-0001
  customer-0001-customer kunde-0815-zugang-aws external-id-for-acme-corp my-secret-external-id thisismyexternalid
  this-is-my-external-id mycompanyexternalid AcmeCorpExternalId2024 acme_corp_external_id acme.corp.external.id
  acme/prod/external/id P4ssw0rdP4ssw0rd Passw0rd123456789 p4ssw0rd-s3cr3t-k3y s3cr3t-3xt3rn4l-1d 3xt3rn4l1d4cm3c0rp
  letmein-letmein-1 qwertyuiop123456 asdfghjkl1234567 1q2w3e4r5t6y7u8i zaq12wsxcde34rfv qwertzuiop123456 0049-151-23456789
  +49-151-2345-6789-0 tel:+49.30.1234567 phone-4915123456789 call-1-800-555-0199 2024-11-25-acme-prod 20241125-customer-1
  25.11.2024-kunde-17 sonnenschein-im-garten SonnenscheinImGarten2024 sonnenscheinimgarten der-schnelle-braune-fuchs
  derschnellebraunefuchs morgenstund-hat-gold-im-mund morgenstundhatgold the-quick-brown-fox-jumps thequickbrownfoxjumps
  to-be-or-not-to-be-that i-love-my-dog-very-much blue-ocean-quiet-mountain blueoceanquietmountain
  winter-is-coming-2024 WinterIsComing2024 berlin-hamburg-muenchen BerlinHamburgMuenchen london-paris-tokyo-rome
  johnsmith-johnsmith john.smith@bigbank.com max.mustermann@firma.de mustermann-gmbh-konto-1 mueller-und-soehne-gmbh
  bigbank-production-account bigbank-prod-2024-01 contoso-aws-integration contoso-corp-connector-2 initech-external-id-7
  globex-corporation-1234 wayne-enterprises-2024 stark-industries-prod umbrella-corp-access-role aws-account-access-role
  datadog-integration-role vendor-access-external-id vendor-customer-shared-1 aaaaaaaabbbbbbbb aaaabbbbccccdddd
  abcabcabcabcabcx 1234567890123456 0000000000000001 1111222233334444 0123456789abcdef fedcba9876543210 abcdefgh12345678
  12345678abcdefgh abcd-efgh-ijkl-mnop a1b2c3d4e5f6g7h8 00000000-0000-0000-0000-000000000001
  11111111-2222-3333-4444-555555555555 12345678-1234-1234-1234-123456789abc ffffffff-ffff-ffff-ffff-ffffffffffff
  deadbeef-dead-beef-dead-beefdeadbeef cafebabe-cafe-babe-cafe-babecafebabe testtesttesttest test-test-test-1234
  test1234test1234 demo-external-id-demo foobarbaz-foobarbaz changeme-changeme changeme-please-123 todo-replace-this-id
  replace-me-with-real-id your-external-id-here YOUR_EXTERNAL_ID_HERE example-external-id insert-external-id-here
  xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx UniqueExternalIdentifier unique-identifier-for-you sharedsecretvalue
  shared-secret-value-1 correct-horse-battery-staple correcthorsebatterystaple dragon-monkey-shadow-1 iloveyouiloveyou1
  sunshine-princess-77 football-baseball-99 liverpoolfootball1892 MerryChristmas2024 happy-new-year-2025
  HappyBirthday19850412 born-1985-04-12-berlin geheimes-passwort-1 MeinGeheimesPasswort ichliebedichsosehr
  ich-liebe-dich-so-sehr Kundennummer47118822 rechnung-2024-000123 vertrag-nr-20240001 firma-mueller-zugang
  dev-staging-production production-account-main prodaccountexternalid org-root-management-id security-audit-role-1
  readonly-access-partner s3-bucket-access-partner eu-central-1-production us-east-1-prod-external customer.id.0001.prod
  customer_42_production tenant-000000000042 tenant:acme:production:1 partner/acme/prod/0001 id=acme,env=production
  env=prod,customer=acme acmeacmeacmeacme ACME-PRODUCTION-ACCOUNT ACMEPRODUCTIONACCOUNT acmeproductionaccount
  acmeProductionAccount AcmeProductionAccount1 qazwsxedcrfvtgby 1qaz2wsx3edc4rfv qwerty-asdfgh-zxcvbn poiuytrewqlkjhgf
  9876543210987654 147258369147258369 246813579246813579 112233445566778899 1a2b3c4d5e6f7g8h aabbccddeeffgghh
  zxcvbnmasdfghjkl mnbvcxzlkjhgfdsa pixelworkspixelworks1 pixelworks-external-id pixelworks-abc123 pixelworks-x7Qm2v
  pixelworks-20241125 hp-2024-prod-account acme-corporation-abc1 pixelworks:tenant:0001 p1x3lw0rks-2024-pr0d
  Pixelworks-Integration-1 elephant-giraffe-zebra kaffee-und-kuchen-2024 hundkatzemausvogel hund-katze-maus-vogel
  applebananacherry apple-banana-cherry-1 red-green-blue-yellow monday-tuesday-friday januar-februar-maerz
  january2024february2024 kundennummer-4711-8822
`
  .trim()
  .split(/\s+/)
