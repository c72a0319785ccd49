import type { ServedVendor } from '#core/connection/vendor.ts'
import type { Gate } from '#wizard/app/admission.ts'
import { Closed } from './closed.tsx'
import { SwitchTenant } from './switch-tenant.tsx'
import { ViewerStart } from './viewer-start.tsx'

export function GateScreen({ vendor, gate }: { vendor: ServedVendor; gate: Gate }) {
  if (gate.kind === 'closed') return <Closed vendor={vendor} code={gate.code} detail={gate.detail} />
  if (gate.kind === 'asks') return <SwitchTenant vendor={vendor} from={gate.from} to={gate.to} />
  return <ViewerStart vendor={vendor} />
}
