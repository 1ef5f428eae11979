// The text of the sample that the walkthrough opens: a compose file whose images the cases have managed counterparts for.

/** Where the caret stands and the hover shows. */
export const SAMPLE_TOKEN = 'mysql:8.0';

/** The whole document, under one comment line. */
export function sampleText(comment: string): string {
  return `# ${comment}
services:
  shop:
    build: .
    ports:
      - "8080:8080"
    depends_on: [orders, sessions, events, products]
  orders:
    image: ${SAMPLE_TOKEN}
  sessions:
    image: redis:7-alpine
  events:
    image: apache/rocketmq:5.3.1
  products:
    image: elasticsearch:8.15.0
  pictures:
    image: minio/minio
`;
}
