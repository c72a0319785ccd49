import { Button } from '#ui/controls/button.tsx'

type SubmitButtonProps = { readonly label: string; readonly isPending: boolean; readonly onPress: () => void }

/** Listens to the click, since a sandboxed frame without allow-forms sends no submit event; Enter in a field clicks it too. */
export function SubmitButton({ label, isPending, onPress }: SubmitButtonProps) {
  return (
    <div className="row">
      <Button
        id="continue"
        type="submit"
        variant="primary"
        busy={isPending}
        onClick={(event) => {
          event.preventDefault()
          onPress()
        }}
      >
        <span key={label}>{label}</span>
      </Button>
    </div>
  )
}
